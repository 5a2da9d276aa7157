/** What a figure is, in words: the screens, the page of definitions and the tests read it here. */
export type KpiDefinition = {
  title: string;
  /**
   * Money is per unit of the denominator, in the company's currency; a share is 0–1; a ratio has no unit; `hours` are a
   * week's; `per100k` is for each 100,000 touches.
   */
  unit:
    | "money"
    | "share"
    | "people"
    | "seconds"
    | "milliseconds"
    | "days"
    | "hours"
    | "ratio"
    | "per100k"
    | "decisions";
  formula: string;
  numerator: string;
  denominator: string;
  window: string;
  interval: string;
  source: string;
  /** what a figure stays about when a campaign or a channel is chosen; absent: it follows both */
  reach?: "the whole company" | "all channels";
  /** which way is good */
  better: "up" | "down" | "neither";
  /**
   * Where the design starts and where it wants to be after a year, in the figure's unit (money in major units). They hold
   * until a company sets its own: read them by `kpiGoal`.
   */
  baseline?: number;
  target?: number;
};
