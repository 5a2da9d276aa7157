import type { Estimate } from "../stats/estimate";

/** A figure with its interval, or what is missing to state it. Money is in minor units, a share in 0–1. */
export type Figure =
  | ({ kind: "known" } & Estimate)
  | { kind: "missing"; what: string; has: number; needs: number };

export const known = (estimate: Estimate): Figure => ({ kind: "known", ...estimate });

/** `what` completes the sentence "not enough data: … has 12 of 30". */
export const missing = (what: string, has: number, needs: number): Figure => ({
  kind: "missing",
  what,
  has,
  needs,
});
