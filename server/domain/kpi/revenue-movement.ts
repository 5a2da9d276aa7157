import { type Contribution, type Factor, movementOf } from "./movement";

/** What revenue per touch is made of, as sums of a period; revenue in minor units. */
export type RevenueParts = {
  people: number;
  touches: number;
  /** people with at least one click inside its window */
  clickers: number;
  /** people with at least one attributed order */
  buyers: number;
  orders: number;
  /** units on the lines of those orders; 0 where lines were not imported */
  items: number;
  revenueMinor: number;
};

export type RevenueFactor =
  | "conversion"
  | "clickedShare"
  | "buyersPerClicker"
  | "spendPerBuyer"
  | "ordersPerBuyer"
  | "orderValue"
  | "itemsPerOrder"
  | "revenuePerItem"
  | "touchesPerPerson";

export type RevenueMovement = {
  before: number;
  now: number;
  factors: Contribution<RevenueFactor>[];
};

/**
 * How the change of revenue per touch (minor units) shares out over conversion × spend per buyer ÷ touches per person,
 * and over their parts where both periods have them. Null where a period has no attributed revenue.
 */
export function revenueMovement(before: RevenueParts, now: RevenueParts): RevenueMovement | null {
  if (before.touches === 0 || now.touches === 0) return null;
  const factor = (
    key: RevenueFactor,
    of: (parts: RevenueParts) => number,
    rest: Partial<Factor<RevenueFactor>> = {},
  ): Factor<RevenueFactor> => ({ key, before: of(before), now: of(now), ...rest });
  const hasClicks = before.clickers > 0 && now.clickers > 0;
  const hasItems = before.items > 0 && now.items > 0;
  const perTouch = { before: before.revenueMinor / before.touches, now: now.revenueMinor / now.touches };
  const factors = movementOf<RevenueFactor>(perTouch, [
    factor("conversion", ({ buyers, people }) => buyers / people, {
      parts: hasClicks
        ? [
            factor("clickedShare", ({ clickers, people }) => clickers / people),
            factor("buyersPerClicker", ({ buyers, clickers }) => buyers / clickers),
          ]
        : [],
    }),
    factor("spendPerBuyer", ({ revenueMinor, buyers }) => revenueMinor / buyers, {
      parts: [
        factor("ordersPerBuyer", ({ orders, buyers }) => orders / buyers),
        ...(hasItems
          ? [
              factor("itemsPerOrder", ({ items, orders }) => items / orders),
              factor("revenuePerItem", ({ revenueMinor, items }) => revenueMinor / items),
            ]
          : [factor("orderValue", ({ revenueMinor, orders }) => revenueMinor / orders)]),
      ],
    }),
    factor("touchesPerPerson", ({ touches, people }) => touches / people, { divides: true }),
  ]);
  return factors === null ? null : { ...perTouch, factors };
}
