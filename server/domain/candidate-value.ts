import type { Conversion } from "./conversion";
import { offerCostMinor } from "./offer-cost";
import type { Offer } from "./settings/configuration";
import { DAY_MS } from "./time";

/** An arm with what is the same for all customers of a segment in a run. Money in minor units. */
export type PricedArm = {
  offer: Offer | null;
  /** whether the offer may be made to the segment; true without an offer */
  isForSegment: boolean;
  conversion: Conversion;
  /** share of an order left after cost of goods */
  margin: number;
  touchCostMinor: number;
  /** how many of the offer may still be given, as of the run's start; null: no limit */
  stockLeft: number | null;
};

/** Why a candidate was not allowed. */
export const REFUSALS = {
  "offer.segment": "The offer is not meant for this segment",
  "offer.stock": "None of the offer is left",
  "offer.cool-down": "The customer was given this offer too recently",
  "offer.margin": "Too little of an order would remain",
  "value.none": "It would cost more than it is expected to bring",
} as const;
export type Refused = keyof typeof REFUSALS;
export type CandidateValue = { scoreMinor: number; refused: Refused | null };

/**
 * What acting is expected to earn with one customer, minor units, and whether it is allowed.
 *
 * score = uplift × margin × order − rate × cost of the offer × its budget price − cost of the touch: an offer is also
 * taken by those who would have bought anyway, so its cost counts at the full rate. Rounded to 1/10,000 of a minor unit.
 * A score that is not above zero is refused: doing nothing is better. `orderMinor` is what the customer's next order is
 * expected to bring; `givenMs` when they were last given the offer, null: never.
 * Source: ours, docs/decisions/012.
 */
export function candidateValue(
  arm: PricedArm,
  { orderMinor, givenMs }: { orderMinor: number; givenMs: number | null },
  nowMs: number,
): CandidateValue {
  const { offer, conversion, margin, touchCostMinor } = arm;
  const costMinor = offerCostMinor(offer, orderMinor);
  const price = offer === null ? 0 : offer.budgetPrice;
  const earned =
    conversion.uplift * margin * orderMinor - conversion.rate * costMinor * price - touchCostMinor;
  const scoreMinor = Math.round(earned * 10_000) / 10_000;
  if (offer !== null) {
    // an order of nothing leaves no number, which is below every margin
    const remains = margin - costMinor / orderMinor;
    const refused = refusedOffer(offer, arm, remains, givenMs === null ? Infinity : nowMs - givenMs);
    if (refused !== null) return { scoreMinor, refused };
  }
  return { scoreMinor, refused: scoreMinor > 0 ? null : "value.none" };
}

function refusedOffer(
  offer: Offer,
  { isForSegment, stockLeft }: PricedArm,
  remains: number,
  sinceMs: number,
): Refused | null {
  if (!isForSegment) return "offer.segment";
  if (stockLeft !== null && stockLeft <= 0) return "offer.stock";
  if (sinceMs < offer.cooldownDays * DAY_MS) return "offer.cool-down";
  return remains >= offer.minMargin ? null : "offer.margin";
}
