import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Kpi } from "@/server/domain/kpi/definitions";
import { DAY_MS, HOUR_MS } from "@/server/domain/time";
import { joinOutcomes } from "../measure/join-outcomes";
import { rollUp } from "../measure/roll-up";
import { type DecisionRow, measuringWorld } from "../measure/testing/measuring-world";
import { alerts } from "./alerts";
import { campaigns } from "./campaigns";
import { daily } from "./daily";
import { kpis } from "./kpis";
import { movement } from "./movement";
import { overview } from "./overview";

// Campaign 1 decides for people 1–200 on the first: 161–180 are held out by the company, 181–200 by the campaign,
// 151–160 are blocked. People 1–100 get a mail a day later; 1–20 order for 100.00 on the day after, and so do 161–170.
// Campaign 2 decides for people 161–200 and 1–10 on the third: to it, 181–200 are not held out.
const first = new Date("2026-03-01T09:00:00Z");
const at = (days: number) => new Date(first.getTime() + days * DAY_MS);
const people = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const decided = (ids: readonly number[], rest: Omit<DecisionRow, "customerId">): DecisionRow[] =>
  ids.map((customerId) => ({ customerId, ...rest }));

let world: Awaited<ReturnType<typeof measuringWorld>>;
beforeAll(async () => {
  world = await measuringWorld(at(30));
  await world.campaign(1, "Win back");
  await world.campaign(2, "Cross-sell");
  await world.run(1, 1, first, [
    ...decided(people(1, 140), { verdict: "sent-on" }),
    ...decided(people(141, 150), { verdict: "held", node: "review" }),
    ...decided(people(151, 160), {
      verdict: "blocked",
      node: "safety",
      reasons: ["consent.missing", "frequency.cap", "high-value.spend"],
      blockedBy: ["consent.missing", "frequency.cap"],
    }),
    ...decided(people(161, 180), { verdict: "holdout", holdout: "global", node: "action" }),
    ...decided(people(181, 200), { verdict: "holdout", holdout: "campaign", node: "action" }),
    ...decided(people(201, 210), { verdict: "skipped", node: "action", reasons: ["action.outside-rollout"] }),
  ]);
  for (const id of people(1, 100)) await world.touch({ outboxId: id, at: at(1), customerId: id });
  for (const id of people(1, 30))
    await world.outcome({
      outboxId: id,
      customerId: id,
      kind: "open",
      at: new Date(at(1).getTime() + HOUR_MS),
    });
  await world.outcome({ outboxId: 99, customerId: 99, kind: "unsubscribe", at: at(4) });
  let order = 0;
  for (const id of [...people(1, 20), ...people(161, 170)])
    await world.order({ id: ++order, at: at(2), customerId: id, minor: 10_000 + id });
  await world.review(1, 141, { state: "approved", decidedAt: at(1), milliseconds: 20_000 });
  await world.review(1, 142, { state: "approved", edited: true, decidedAt: at(1), milliseconds: 50_000 });
  await world.review(1, 143, { state: "rejected", decidedAt: at(1), milliseconds: 30_000 });
  await world.review(1, 144, { state: "held" });
  const { days } = await joinOutcomes(world.ctx, {});
  await rollUp(world.ctx, { days });
});
afterAll(() => world.close());

const march = { from: "2026-03-01", to: "2026-03-10" };

describe("overview of a campaign alone in its period", () => {
  test("sums touches and what followed them", async () => {
    const found = await overview(world.ctx, march);
    const revenue = 20 * 10_000 + 210;
    expect(found.sums).toMatchObject({
      touches: 100,
      opens: 30,
      conversions: 20,
      unsubscribes: 1,
      revenueMinor: revenue,
    });
    expect(found).toMatchObject({
      contactedPeople: 100,
      convertedPeople: 20,
      isComplete: true,
      currency: "USD",
    });
    expect(found.revenuePerTouch).toMatchObject({ kind: "known", value: revenue / 100 });
    expect(found.rates.conversion).toMatchObject({ kind: "known", value: 0.2 });
    expect(found.rates.openRate).toMatchObject({ kind: "known", value: 0.3 });
    expect(found.rates.complaintRate).toMatchObject({ kind: "known", value: 0, low: 0 });
  });

  test("compares everybody divided, mailed or not, by both holdouts", async () => {
    const { lift } = await overview(world.ctx, march);
    expect(lift.holdout).toBe("alone");
    expect(lift.treated).toMatchObject({ people: 160, buyers: 20, revenueMinor: 200_210 });
    expect(lift.heldOut).toMatchObject({ people: 40, buyers: 10 });
    if (lift.perPerson.kind !== "known") throw new Error("there is enough data");
    expect(lift.perPerson.value).toBeCloseTo(200_210 / 160 - (10 * 10_000 + 1655) / 40, 6);
    expect(lift.perPerson.high).toBeLessThan(0);
  });

  test("a live campaign that loses with its whole interval raises an alert", async () => {
    world.clock.set(at(20));
    const found = await alerts(world.ctx, {});
    world.clock.set(at(30));
    expect(found).toContainEqual(
      expect.objectContaining({
        key: "losing-1",
        tone: "block",
        detail: expect.stringContaining("lies below zero"),
      }),
    );
  });

  test("counts decisions, reasons, reviews and the funnel", async () => {
    const { decisions, review, funnel } = await overview(world.ctx, march);
    expect(decisions.byVerdict).toEqual({ "sent-on": 140, held: 10, blocked: 10, skipped: 10, holdout: 40 });
    expect(decisions.blockedBy).toEqual([
      { reason: "consent.missing", decisions: 10 },
      { reason: "frequency.cap", decisions: 10 },
    ]);
    expect(review).toMatchObject({
      waiting: 1,
      approved: 2,
      rejected: 1,
      overridden: 2,
      medianSeconds: 30,
      timed: 3,
    });
    expect(review.overrideShare).toMatchObject({ kind: "known", value: 2 / 150 });
    expect(funnel.map(({ count }) => count)).toEqual([210, 10, 2, 100, 30, 0, 20]);
  });

  test("a period without anything says what is missing", async () => {
    const found = await overview(world.ctx, { from: "2025-01-01", to: "2025-01-31" });
    expect(found.sums.touches).toBe(0);
    expect(found.revenuePerTouch).toEqual({
      kind: "missing",
      what: "people with an attributed order",
      has: 0,
      needs: 10,
    });
    expect(found.lift.perPerson).toEqual({
      kind: "missing",
      what: "people held out of all marketing",
      has: 0,
      needs: 30,
    });
    expect(found.rates.openRate.kind).toBe("missing");
  });

  test.each([
    { from: "2026-03-02", to: "2026-03-01", message: "from: choose a first day" },
    { from: "2020-01-01", to: "2026-03-01", message: "to: choose at most" },
  ])("refuses $from to $to", async ({ from, to, message }) => {
    await expect(overview(world.ctx, { from, to })).rejects.toThrow(message);
  });
});

describe("with twenty buyers money is stated", () => {
  const reading = async (id: Kpi, asked: Parameters<typeof kpis>[1] = march) =>
    (await kpis(world.ctx, asked)).cards.find((one) => one.id === id);

  test("an order's value, and that of the holdout's orders", async () => {
    expect((await reading("orderValue"))?.reading).toMatchObject({ part: 200_210, whole: 20 });
    expect((await reading("orderValue", { ...march, compare: "holdout" }))?.against).toEqual({
      now: 200_210 / 20,
      other: 101_655 / 10,
    });
  });

  test("efficiency is attributed revenue by the spend of the same days", async () => {
    expect((await reading("marketingEfficiency"))?.reading).toMatchObject({
      why: "No advertising spend is stored for these days.",
    });
    await world.sql.rows(
      `INSERT INTO ad_spend (day, channel, campaign, amount_minor, currency) VALUES
       ('2026-03-04', 'search', 'brand', 30000, 'USD'), ('2026-03-05', 'social', 'brand', 20042, 'USD'),
       ('2026-03-05', 'social', 'abroad', 900, 'EUR'), ('2026-02-20', 'social', 'brand', 900, 'USD')`,
    );
    expect((await reading("marketingEfficiency"))?.reading).toMatchObject({ part: 200_210, whole: 50_042 });
  });

  test("what moved it needs as many in the period before", async () => {
    const { shared, lacking } = await movement(world.ctx, march);
    expect(shared).toBeNull();
    expect(lacking).toMatchObject({ what: "people with an attributed order in the period before", has: 0 });
  });
});

test("daily has every day, the treated beside the held out", async () => {
  const { days } = await daily(world.ctx, march);
  expect(days).toHaveLength(10);
  expect(days[0]).toMatchObject({ day: "2026-03-01", touches: 0, treatedMinor: 0, heldOutMinor: 0 });
  expect(days[1]).toMatchObject({ day: "2026-03-02", touches: 100, revenueMinor: 200_210, isComplete: true });
  expect(days[2]?.treatedMinor).toBeCloseTo(200_210 / 160, 6);
  expect(days[2]?.heldOutMinor).toBeCloseTo(101_655 / 40, 6);
});

describe("with two campaigns", () => {
  beforeAll(() =>
    world.run(2, 2, at(2.5), [
      ...decided(people(1, 10), { verdict: "sent-on" }),
      ...decided(people(161, 180), { verdict: "holdout", holdout: "global", node: "action" }),
      ...decided(people(181, 200), { verdict: "sent-on" }),
    ]),
  );

  test("all together are measured by the company's holdout", async () => {
    const { lift } = await overview(world.ctx, march);
    expect(lift).toMatchObject({
      holdout: "company",
      treated: { people: 180 },
      heldOut: { people: 20, buyers: 10 },
    });
    expect(lift.perPerson).toEqual({
      kind: "missing",
      what: "people held out of all marketing",
      has: 20,
      needs: 30,
    });
  });

  test("one of them is measured by its own, the company's on neither side", async () => {
    const { lift } = await overview(world.ctx, { ...march, campaignId: 1 });
    expect(lift).toMatchObject({
      holdout: "campaign",
      treated: { people: 160 },
      heldOut: { people: 20, buyers: 0 },
    });
  });

  test("the table of campaigns has both", async () => {
    const { rows } = await campaigns(world.ctx, march);
    expect(rows).toMatchObject([
      {
        id: 1,
        name: "Win back",
        decisions: 210,
        held: 10,
        touches: 100,
        conversions: 20,
        revenuePerTouch: { kind: "known", value: 2002.1 },
      },
      {
        id: 2,
        name: "Cross-sell",
        decisions: 50,
        touches: 0,
        revenuePerTouch: { kind: "missing", has: 0, needs: 10 },
      },
    ]);
  });
});
