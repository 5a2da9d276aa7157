import { describe, expect, test } from "vitest";
import { type Offer, offer } from "@/server/domain/settings/configuration";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { discount } from "./discount";
import { aDraft, inShort } from "./testing/a-draft";

const of = (kind: Offer["kind"], value: number) =>
  offer.parse({ id: "an-offer", title: "An offer", kind, value, goals: ["win-back"] });
/** Two orders of 50.00 on average. */
const buyer = { ownCurrencyOrders: 2, spendMinor: 10_000 };
const stranger = { ownCurrencyOrders: 0, spendMinor: 0 };

describe("a discount", () => {
  test.each<{
    given: Offer | null;
    facts?: typeof buyer;
    named?: number[];
    finding: string;
    because: string;
  }>([
    { given: null, finding: "clear", because: "no offer" },
    { given: of("percent", 20), named: [20], finding: "clear", because: "20 % is not above 20 %" },
    { given: of("percent", 20.5), finding: "doubt discount.high", because: "20.5 % is" },
    { given: of("percent", 90), named: [90], finding: "doubt discount.high", because: "90 %" },
    { given: of("amount", 1000), finding: "clear", because: "10.00 of an average order of 50.00" },
    { given: of("amount", 1100), finding: "doubt discount.high", because: "11.00 of 50.00" },
    {
      given: of("amount", 1),
      facts: stranger,
      finding: "doubt discount.unknown-share",
      because: "no order to weigh it against",
    },
    {
      given: of("free-shipping", 495),
      facts: stranger,
      finding: "clear",
      because: "free shipping lowers no price",
    },
    {
      given: of("percent", 10),
      named: [90],
      finding: "doubt discount.not-offered",
      because: "the words promise 90 %",
    },
    {
      given: of("percent", 10),
      named: [10, 15],
      finding: "doubt discount.not-offered",
      because: "and 15 % besides",
    },
    { given: null, named: [5], finding: "doubt discount.not-offered", because: "5 % without any offer" },
    {
      given: of("free-shipping", 495),
      named: [10],
      finding: "doubt discount.not-offered",
      because: "10 % with free shipping",
    },
  ])("$because: $finding", ({ given, facts = buyer, named = [], finding }) => {
    expect(
      inShort(discount.check(aDraft({ offer: given, percentsNamed: named }), facts, defaultPolicy, 0)),
    ).toBe(finding);
  });
});
