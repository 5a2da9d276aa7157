import { describe, expect, test } from "vitest";
import { BLANK_FACTS } from "@/server/domain/blank-facts";
import { campaignBody } from "@/server/domain/campaign";
import type { CustomerFacts } from "@/server/domain/customer-facts";
import { defaultConfiguration, offer } from "@/server/domain/settings/configuration";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { DAY_MS } from "@/server/domain/time";
import { aDraft } from "@/server/guardrails/testing/a-draft";
import type { DueMessage } from "@/server/store/outbox-claim.sql";
import { type ClaimEvidence, judgeClaim } from "./judge-claim";

const nowMs = Date.UTC(2026, 5, 1, 9);
const tenth = offer.parse({ id: "tenth", title: "A tenth", kind: "percent", value: 10, goals: ["win-back"] });
const message: DueMessage = {
  id: 1,
  runId: 1,
  runState: "done",
  configurationVersion: 1,
  customerId: 1,
  isGone: false,
  campaignId: 1,
  channel: "email",
  creativeId: 1,
  offerId: tenth.id,
  attempt: 0,
  messageId: null,
  segment: "at-risk",
  variant: "a",
  knownReasons: ["high-value.foreign"],
  review: null,
};
const buyer: Partial<CustomerFacts> = {
  hasEmail: true,
  emailConsent: "granted",
  lastOrderMs: nowMs - 10 * DAY_MS,
  orders: 2,
  orders365: 2,
  ownCurrencyOrders: 2,
  spendMinor: 20_000,
};

const judged = (facts: Partial<CustomerFacts>, given: Partial<ClaimEvidence> = {}) =>
  judgeClaim({
    message,
    campaign: { id: 1, state: "live", body: campaignBody.parse({ name: "Back", goal: "win-back" }) },
    facts: { ...BLANK_FACTS, ...buyer, ...facts },
    draft: aDraft({ offer: tenth }),
    isAsHashed: true,
    offer: tenth,
    configuration: { ...defaultConfiguration, offers: [tenth] },
    policy: defaultPolicy,
    stock: new Map(),
    used: () => 0,
    nowMs,
    ...given,
  });

describe("what a claim reserves", () => {
  test("is the offer's share of the customer's mean order, and the touch", () => {
    expect(judged({})).toMatchObject({ kind: "claim", reservedMinor: 1000.1 });
  });

  test("counts orders and spend in one currency: a foreign order makes the mean no smaller", () => {
    expect(judged({ orders: 10, orders365: 10, foreignOrders365: 8 })).toMatchObject({
      kind: "claim",
      reservedMinor: 1000.1,
    });
  });

  test("without an order in the company's currency it is that of an unknown order", () => {
    const foreign = { orders: 8, ownCurrencyOrders: 0, spendMinor: 0, foreignOrders365: 8 };
    expect(judged(foreign)).toMatchObject({ kind: "claim", reservedMinor: 500.1 });
  });
});

test("a foreign order that nobody has looked at holds the message back", () => {
  const unseen = { message: { ...message, knownReasons: [] } };
  expect(judged({ foreignOrders365: 1 }, unseen)).toEqual({
    kind: "refuse",
    reasons: ["high-value.foreign"],
  });
});

test("an offer whose product sold out since the decision is not made", () => {
  const configuration = { ...defaultConfiguration, offers: [{ ...tenth, products: ["mug"] }] };
  const on = (pieces: number) => judged({}, { configuration, stock: new Map([["mug", pieces]]) });
  expect(on(1)).toMatchObject({ kind: "claim" });
  expect(on(0)).toEqual({ kind: "refuse", reasons: ["offer.stock"] });
});
