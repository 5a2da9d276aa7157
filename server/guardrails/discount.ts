import { clear, doubt } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/**
 * A discount above the limit (20 %) is a person's to allow, and so are words that name another percentage than the offer
 * gives: they may promise too much, or speak of “100 % wool”.
 *
 * An amount is weighed against the customer's own average order in the company's currency; without one it cannot be
 * weighed, hence a doubt.
 * Free shipping lowers no price and is not weighed.
 */
export const discount = guardrail({
  title: "Discount",
  source:
    "the company’s policy: a person looks at discounts above 20 %; words may not promise more than the offer",
  reads: ["ownCurrencyOrders", "spendMinor"],
  check({ offer, percentsNamed }, { ownCurrencyOrders, spendMinor }, policy) {
    const given = offer?.kind === "percent" ? offer.value : null;
    const promised = percentsNamed.find((percent) => percent !== given);
    if (promised !== undefined) return doubt("discount.not-offered", { promised, given }, `${promised} %`);
    if (offer === null || offer.kind === "free-shipping") return clear;

    const limit = policy.discount.reviewAbovePercent;
    const percent =
      offer.kind === "percent" ? offer.value : (offer.value * 100 * ownCurrencyOrders) / spendMinor;
    if (percent <= limit) return clear;
    // not a number: there is no order to weigh an amount against
    return Number.isFinite(percent)
      ? doubt("discount.high", { percent: Math.round(percent * 10) / 10, limit })
      : doubt("discount.unknown-share", { amount: offer.value });
  },
});
