import { fnv1a, scramble } from "./moment";

/** What customers are divided for. Each split has its own salt, so that no two divisions agree more than by chance. */
export type Split = "rollout" | "holdout" | "campaign-holdout" | "experiment" | "review-sample";

/**
 * A customer's place on [0, 1) in one division, stable for as long as the salt is.
 *
 * `salt` is the split's own text, for example `holdout:2026` or `campaign-holdout:12`. Two rounds of a 32-bit
 * mixer over (salt, id): the test beside this file checks uniformity and the independence of pairs of salts.
 */
export function place(salt: string, customerId: number): number {
  const a = fnv1a(salt);
  const mixed = scramble(scramble(customerId ^ a) + Math.imul(a, 0x9e3779b1));
  return (mixed >>> 0) / 4294967296;
}

/** The salt text of a split. `id` names the instance: a campaign, an experiment, or the company's own secret word. */
export const saltOf = (split: Split, id: string | number): string => `${split}:${id}`;
