import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BLANK_FACTS } from "@/server/domain/blank-facts";
import type { CustomerFacts } from "@/server/domain/customer-facts";
import { GOALS } from "@/server/domain/goal";
import { defaultConfiguration } from "@/server/domain/settings/configuration";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { anyFacts, NOW_MS } from "@/server/domain/testing/any-facts";
import { DAY_MS } from "@/server/domain/time";
import { type FateRules, factsOfFate, fatesUnder } from "./fate-of";

const nowMs = Date.UTC(2026, 2, 1);
const rules: FateRules = {
  campaignId: 7,
  campaign: { goal: "win-back", rollout: 1, holdoutShare: 0, autonomy: "review-flagged" },
  configuration: { ...defaultConfiguration, globalHoldoutShare: 0 },
  policy: defaultPolicy,
  fifths: {
    buyers: 100,
    silenceDaysCuts: [10, 40, 80, 160],
    ordersCuts: [1, 2, 3, 5],
    spendMinorCuts: [1000, 3000, 6000, 10_000],
  },
};
const loyal: CustomerFacts = {
  ...BLANK_FACTS,
  country: "US",
  hasEmail: true,
  emailConsent: "granted",
  firstOrderMs: nowMs - 400 * DAY_MS,
  lastOrderMs: nowMs - 100 * DAY_MS,
  orders: 6,
  orders365: 5,
  spendMinor: 12_000,
  spend365Minor: 11_000,
  visits90: 8,
};
const of = (change: Partial<CustomerFacts>, campaign: Partial<FateRules["campaign"]> = {}) =>
  fatesUnder({ ...rules, campaign: { ...rules.campaign, ...campaign } })(1, { ...loyal, ...change }, nowMs);

describe("what would become of a person", () => {
  test("a message is chosen for who passes everything", () => {
    expect(of({})).toEqual({ stoppedAt: null, reason: null, waits: false, isHeldOut: false });
  });

  test.each([
    { change: { hasEmail: false }, at: "consent", code: "address.missing" },
    { change: { emailConsent: null }, at: "consent", code: "consent.missing" },
    { change: { emailSuppression: "complaint" }, at: "suppression", code: "suppression.listed" },
    { change: { hardBounces: 3 }, at: "suppression", code: "bounces.hard" },
    { change: { visits90: 0, orders365: 0 }, at: "engagement", code: "engagement.low" },
    {
      change: { recentEmailsMs: [1, 2, 3].map((days) => nowMs - days * DAY_MS) },
      at: "frequency",
      code: "frequency.cap",
    },
    { change: { openSensitive: 1, openTickets: 1 }, at: "other-rules", code: "sensitive.open" },
  ])("$code stops at $at", ({ change, at, code }) => {
    expect(of(change)).toMatchObject({ stoppedAt: at, reason: { code } });
  });

  test("the earlier step is named where two would stop", () => {
    expect(of({ emailConsent: "withdrawn", emailSuppression: "unsubscribed" }).stoppedAt).toBe("consent");
  });

  test("splits stop who passed the rules", () => {
    expect(of({}, { rollout: 0 }).stoppedAt).toBe("rollout");
    expect(of({}, { holdoutShare: 0.9 })).toMatchObject({ reason: { code: "holdout.campaign" } });
  });

  test("a run counts as held out whom the rules would stop too, and nobody without a segment", () => {
    const held = { holdoutShare: 0.9 };
    expect(of({ hasEmail: false }, held)).toMatchObject({ stoppedAt: "consent", isHeldOut: true });
    expect(of({ orders: 0, lastOrderMs: null, firstOrderMs: null }, held)).toMatchObject({
      isHeldOut: false,
    });
  });

  test.each(GOALS)("hangs on no more facts than it names, for the goal %s", (goal) => {
    const campaign = { ...rules.campaign, goal, holdoutShare: 0.2 };
    const names = factsOfFate({ ...rules, campaign });
    const fate = fatesUnder({ ...rules, campaign });
    fc.assert(
      fc.property(fc.nat(1000), anyFacts, (id, facts) => {
        const named = Object.fromEntries(names.map((name) => [name, facts[name]]));
        expect(fate(id, named, NOW_MS)).toEqual(fate(id, facts, NOW_MS));
      }),
    );
  });

  test("no segmentor, no message", () => {
    const configuration = { ...rules.configuration, enabledSegmentors: [] };
    expect(fatesUnder({ ...rules, configuration })(1, loyal, nowMs)).toMatchObject({
      stoppedAt: "segment",
      reason: { code: "route.no-segmentor" },
    });
  });

  test("a doubt or the autonomy makes the message wait", () => {
    expect(of({ vip: true })).toMatchObject({
      stoppedAt: null,
      waits: true,
      reason: { code: "high-value.vip" },
    });
    expect(of({}, { autonomy: "review-all" })).toMatchObject({ stoppedAt: null, reason: null, waits: true });
  });
});
