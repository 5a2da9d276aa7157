/** How much each reason weighs, 0 to 1, in what a reviewer sees first. */
const WEIGHTS: Readonly<Record<string, number>> = {
  "sensitive.open": 0.9,
  "complaint.open": 0.8,
  "high-value.vip": 0.7,
  "high-value.spend": 0.6,
  "high-value.foreign": 0.5,
  "discount.high": 0.6,
  "discount.not-offered": 0.8,
  "discount.unknown-share": 0.5,
  "review.words-unapproved": 0.4,
  "review.all": 0.2,
  "review.sample": 0.1,
};
const UNKNOWN = 0.5;

/** The risk of sending without a look, 0 to 1: reasons add up as independent doubts do, 1 − ∏(1 − weight). */
export function reviewRisk(codes: readonly string[]): number {
  let safe = 1;
  for (const code of codes) safe *= 1 - (WEIGHTS[code] ?? UNKNOWN);
  return Math.round((1 - safe) * 1000) / 1000;
}
