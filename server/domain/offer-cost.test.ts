import { expect, test } from "vitest";
import { offerCostMinor } from "./offer-cost";
import { type Offer, offer } from "./settings/configuration";

const of = (kind: Offer["kind"], value: number) =>
  offer.parse({ id: "an-offer", title: "An offer", kind, value, goals: ["win-back"] });

test.each([
  { given: null, order: 5000, cost: 0, because: "no offer costs nothing" },
  { given: of("percent", 12.5), order: 5000, cost: 625, because: "a share of the order" },
  { given: of("amount", 500), order: 5000, cost: 500, because: "an amount" },
  { given: of("amount", 500), order: 300, cost: 300, because: "an amount is never more than the order" },
  { given: of("free-shipping", 495), order: 300, cost: 495, because: "shipping costs what it costs" },
])("$because", ({ given, order, cost }) => {
  expect(offerCostMinor(given, order)).toBe(cost);
});
