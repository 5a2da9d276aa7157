import { z } from "zod";

/** A creativeHash as the console shows it: what a decision is bound to. */
export const contentHash = z.string().regex(/^[0-9a-f]{64}$/, "send the 64 hex digits that were shown");

/** From shown to decided, as the browser measured it; an hour at most, so that a forgotten tab teaches nothing. */
export const decisionMs = z
  .number()
  .int()
  .min(0)
  .transform((ms) => Math.min(ms, 3_600_000))
  .nullable()
  .default(null);

export const note = z.string().trim().max(500, "keep the note below 500 characters").default("");

/** More contents than a person looks through before saying yes to all of them. */
export const MOST_CONTENTS = 6;

/** Which held messages may be approved together. */
export const group = {
  creativeHashes: z.array(contentHash).min(1).max(MOST_CONTENTS),
  /** only those that are held for this reason and no other; null: all with this content */
  onlyReason: z.string().max(60).nullable().default(null),
};

/** One thing is approved at a time: one content, or one reason. */
export const isOneThing = (one: { creativeHashes: readonly string[]; onlyReason: string | null }): boolean =>
  one.creativeHashes.length === 1 || one.onlyReason !== null;

export const ONE_THING = {
  path: ["onlyReason"],
  message: "several contents can be approved together only where all are held for one reason",
};
