import type { Offer } from "./settings/configuration";

/** What an offer takes off one order of that size, in minor units. No offer costs nothing. */
export function offerCostMinor(offer: Offer | null, orderMinor: number): number {
  if (offer === null) return 0;
  if (offer.kind === "percent") return (orderMinor * offer.value) / 100;
  // an amount is never more than the order; shipping is the company's whatever the order
  return offer.kind === "amount" ? Math.min(offer.value, orderMinor) : offer.value;
}
