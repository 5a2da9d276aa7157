import type { ActionKind, Channel } from "./goal";

export const VERDICTS = ["sent-on", "held", "blocked", "skipped", "holdout"] as const;
export type DecisionVerdict = (typeof VERDICTS)[number];

/** One row per run and customer, written once. */
export type Decision = {
  runId: number;
  customerId: number;
  chunk: number;
  campaignId: number;
  atMs: number;
  /** held out of what; null: treated */
  holdout: "global" | "campaign" | null;
  segmentor: string | null;
  segment: string | null;
  action: ActionKind | null;
  offerId: string | null;
  channel: Channel | null;
  variant: string | null;
  creativeId: number | null;
  /** the probability with which this candidate (action, offer, channel and variant) was drawn */
  propensity: number | null;
  verdict: DecisionVerdict;
  /** the node that settled it */
  node: string;
  /** codes, in the order in which they were found */
  reasons: readonly string[];
  sendAtMs: number | null;
};

/** How a decision is named outside: `12-4711`. */
export const decisionId = ({ runId, customerId }: Pick<Decision, "runId" | "customerId">): string =>
  `${runId}-${customerId}`;
