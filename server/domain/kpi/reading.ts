import type { Permission } from "../role";
import type { Estimate } from "../stats/estimate";
import { wilson } from "../stats/wilson";
import { type Missing, missingWords } from "./figure";

/** Where the data that is missing can be added, and what one must be allowed to do for it. */
export type Remedy = { label: string; href: string; needs: Permission };

/** What a figure says for a period. Money is in minor units, a share in 0–1; `low` and `high` are null without an interval. */
export type Reading =
  | {
      kind: "known";
      value: number;
      low: number | null;
      high: number | null;
      /** above and below the line, where the figure is a quotient of counts or sums */
      part: number | null;
      whole: number | null;
    }
  | { kind: "missing"; why: string; remedy: Remedy | null };

/** A figure that the data cannot support: `why` is a sentence that names the data. */
export const unsupported = (why: string, remedy: Remedy | null = null): Reading => ({
  kind: "missing",
  why,
  remedy,
});

/** Too little of something, as a reading. */
export const lackingReading = (lacking: Missing): Reading =>
  unsupported(`Not enough data: ${missingWords(lacking)}.`);

/** A figure that is counted, not estimated. */
export const counted = (value: number): Reading => ({
  kind: "known",
  value,
  low: null,
  high: null,
  part: null,
  whole: null,
});

/** One sum by another; `why` says what is missing where there is nothing to divide by. */
export const quotient = (part: number, whole: number, why: string, remedy: Remedy | null = null): Reading =>
  whole === 0
    ? unsupported(why, remedy)
    : { kind: "known", value: part / whole, low: null, high: null, part, whole };

/** A share of independent cases with Wilson's interval, times `per` (1 for a share in 0–1). */
export function shareOf(part: number, whole: number, why: string, per = 1): Reading {
  const found: Estimate | null = wilson(part, whole);
  if (found === null) return unsupported(why);
  return {
    kind: "known",
    value: found.value * per,
    low: found.low * per,
    high: found.high * per,
    part,
    whole,
  };
}
