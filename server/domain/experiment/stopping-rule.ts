/** When a comparison may be decided. */
export type StoppingRule = {
  /** how often a decision may be wrong where nothing differs */
  alpha: number;
  leastPerVariant: number;
  leastDays: number;
};

/** As the first specification has it: 95 %, 1,000 people for each variant, seven days. */
export const DEFAULT_RULE: StoppingRule = { alpha: 0.05, leastPerVariant: 1000, leastDays: 7 };

/** Below this p the split is not what was planned, and nothing that was measured can be trusted. Source: Fabijan et al. 2019. */
export const RATIO_ALARM = 0.001;
