/**
 * The parameters of the gamma-gamma model of what a purchase is worth: amounts of one customer vary as a gamma
 * distribution of shape p, whose rate differs between customers as a gamma distribution (shape q, rate v).
 * Source: Fader, Hardie & Lee 2005, RFM and CLV, Journal of Marketing Research 42, 415–430; Fader & Hardie 2013, The
 * Gamma-Gamma Model of Monetary Value, brucehardie.com/notes/025.
 */
export type GammaGamma = { p: number; q: number; v: number };

/**
 * What a customer's next purchase is worth, given the mean `value` of `frequency` repeat purchases: between that mean and
 * the mean over all customers, the closer to the own one the more purchases there are. 0 purchases, or none above zero:
 * the mean over all. Null where the model has none (q ≤ 1).
 */
export function expectedAmount(
  { p, q, v }: GammaGamma,
  { frequency, value }: { frequency: number; value: number },
): number | null {
  const known = value > 0 ? frequency : 0;
  const degrees = p * known + q - 1;
  return degrees > 0 ? (p * (v + known * value)) / degrees : null;
}
