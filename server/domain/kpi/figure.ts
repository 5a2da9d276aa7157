import type { Estimate } from "../stats/estimate";

/** A figure with its interval, or what is missing to state it. Money is in minor units, a share in 0–1. */
export type Figure =
  | ({ kind: "known" } & Estimate)
  | { kind: "missing"; what: string; has: number; needs: number };

export type Missing = Extract<Figure, { kind: "missing" }>;

export const known = (estimate: Estimate): Figure => ({ kind: "known", ...estimate });

/** `what` completes the sentence "not enough data: … has 12 of 30". */
export const missing = (what: string, has: number, needs: number): Missing => ({
  kind: "missing",
  what,
  has,
  needs,
});

/** What is missing for a figure, with how much of it there is. */
export const missingWords = ({ what, has, needs }: Missing): string =>
  `${what}: ${has.toLocaleString("en-US")} of ${needs.toLocaleString("en-US")} needed`;
