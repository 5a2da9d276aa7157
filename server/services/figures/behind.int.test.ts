import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DecisionSet } from "@/server/domain/decision-set";
import type { CardKpi } from "@/server/domain/kpi/card-kpis";
import { DAY_MS, HOUR_MS } from "@/server/domain/time";
import { listDecisions, sumDecisions } from "../decision/list";
import { joinOutcomes } from "../measure/join-outcomes";
import { rollUp } from "../measure/roll-up";
import { type DecisionRow, measuringWorld } from "../measure/testing/measuring-world";
import { kpis } from "./kpis";
import { overview } from "./overview";

// Campaign 1 decides on the first for people 1–45 and holds out 46–85, campaign 2 on the third for people 1–10. People
// 1–30 get the first message a day later, 1–10 the second. On the fifth 1–12 order, the first of them twice.
const first = new Date("2026-03-01T09:00:00Z");
const at = (days: number, hours = 0) => new Date(first.getTime() + days * DAY_MS + hours * HOUR_MS);
const people = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const decided = (ids: readonly number[], rest: Omit<DecisionRow, "customerId">): DecisionRow[] =>
  ids.map((customerId) => ({ customerId, ...rest }));

let world: Awaited<ReturnType<typeof measuringWorld>>;
beforeAll(async () => {
  world = await measuringWorld(at(30));
  await world.campaign(1, "Win back");
  await world.campaign(2, "Cross-sell");
  await world.run(1, 1, first, [
    ...decided(people(1, 40), { verdict: "sent-on", channel: "email" }),
    ...decided(people(41, 45), { verdict: "held", node: "review", channel: "email" }),
    ...decided(people(46, 85), { verdict: "holdout", holdout: "global", node: "action" }),
  ]);
  await world.run(2, 2, at(2), decided(people(1, 10), { verdict: "sent-on", channel: "email" }));
  for (const id of people(1, 30)) await world.touch({ outboxId: id, at: at(1), customerId: id });
  for (const id of people(1, 10))
    await world.touch({ outboxId: 100 + id, at: at(3), customerId: id, campaignId: 2, runId: 2 });
  const answers = (kind: string, ids: readonly number[], hours: number, bot = false) =>
    Promise.all(
      ids.map((id) => world.outcome({ outboxId: id, customerId: id, kind, at: at(1, hours), bot })),
    );
  await answers("open", people(1, 8), 1);
  await answers("open", [9], 3);
  await answers("open", [10], 1, true);
  await answers("click", people(1, 3), 20);
  await answers("click", [4], 25);
  let order = 0;
  for (const id of [...people(1, 12), 1])
    await world.order({ id: ++order, at: at(4), customerId: id, minor: 1000 + id });
  for (const id of people(50, 61)) await world.order({ id: ++order, at: at(4), customerId: id, minor: 900 });
  await world.review(1, 41, { state: "rejected", decidedAt: at(1), milliseconds: 20_000 });
  await world.review(1, 42, { state: "approved", edited: true, decidedAt: at(1), milliseconds: 50_000 });
  await world.review(1, 43, { state: "approved", decidedAt: at(1) });
  const { days } = await joinOutcomes(world.ctx, {});
  await rollUp(world.ctx, { days });
});
afterAll(() => world.close());

const scopes = [
  { name: "everything", campaignId: null, channel: null },
  { name: "campaign 1", campaignId: 1, channel: null },
  { name: "campaign 2", campaignId: 2, channel: null },
  { name: "email", campaignId: null, channel: "email" as const },
  { name: "campaign 1 by email", campaignId: 1, channel: "email" as const },
];

describe.each(scopes)("the decisions behind the figures of $name", ({ campaignId, channel }) => {
  const days = { from: "2026-03-01", to: "2026-03-10", campaignId, channel };
  const behind = (among: DecisionSet) => sumDecisions(world.ctx, { among, campaignId, channel, ...instants });
  const sides = async (id: CardKpi) => {
    const found = (await kpis(world.ctx, days)).cards.find((card) => card.id === id)?.reading;
    return found?.kind === "known" ? { part: found.part, whole: found.whole } : found;
  };

  test("conversion, openings and clicks are counted by both", async () => {
    const left = await behind("left");
    expect(await sides("conversion")).toEqual({ part: (await behind("ordered")).people, whole: left.people });
    expect(await sides("openRate")).toEqual({
      part: (await behind("opened")).decisions,
      whole: left.decisions,
    });
    expect(await sides("clickRate")).toEqual({
      part: (await behind("clicked")).decisions,
      whole: left.decisions,
    });
  });

  test("so are revenue, orders, overrides and the arms", async () => {
    const found = await overview(world.ctx, days);
    const ordered = await behind("ordered");
    expect(found.sums.revenueMinor).toBe(ordered.revenueMinor);
    expect(found.sums.touches).toBe((await behind("left")).decisions);
    const listed = await sumDecisions(world.ctx, { campaignId, channel, ...instants });
    const decisions = Object.values(found.decisions.byVerdict).reduce((sum, count) => sum + count, 0);
    expect(decisions).toBe(listed.decisions);
    const overrides = await sides("overrideShare");
    const toSend = (await behind("to-send")).decisions;
    expect(overrides).toEqual({ part: (await behind("overridden")).decisions, whole: toSend });
    if (channel !== null) return; // the arms are of every channel
    expect(found.lift.treated.people).toBe((await behind("treated")).decisions);
    expect(found.lift.heldOut.people).toBe((await behind("held-out")).decisions);
  });
});

const instants = { from: new Date("2026-03-01T00:00:00Z"), to: new Date("2026-03-11T00:00:00Z") };

test("the numbers are those worked out by hand", async () => {
  const behind = (among: DecisionSet) => sumDecisions(world.ctx, { among, ...instants });
  expect(await behind("left")).toMatchObject({ decisions: 40, people: 30, orders: 13 });
  expect(await behind("ordered")).toMatchObject({
    decisions: 12,
    people: 12,
    orders: 13,
    revenueMinor: 13_079,
  });
  expect((await behind("opened")).decisions).toBe(8);
  expect((await behind("clicked")).decisions).toBe(3);
  expect((await behind("treated")).decisions).toBe(45);
  expect((await behind("held-out")).decisions).toBe(40);
  expect((await behind("reviewed")).decisions).toBe(2);
});

test("each decision says what followed its message", async () => {
  const { rows } = await listDecisions(world.ctx, { campaignId: 1, limit: 200 });
  const followed = (id: number) => rows.find(({ customerId }) => customerId === id)?.followed;
  expect(followed(12)).toMatchObject({ opened: false, clicked: false, orders: 1, revenueMinor: 1012 });
  expect(followed(3)).toMatchObject({ opened: true, clicked: true, orders: 0 });
  expect(followed(9)).toMatchObject({ opened: false, leftAt: at(1) });
  expect(followed(41)).toBeNull();
});

test("a run whose messages wait is in neither arm", async () => {
  const days = { from: "2026-03-01", to: "2026-03-10" };
  const before = (await overview(world.ctx, days)).lift;
  await world.run(3, 1, at(5), [
    ...decided(people(200, 260), { verdict: "sent-on" }),
    ...decided(people(261, 280), { verdict: "holdout", holdout: "global", node: "action" }),
  ]);
  const waits = (state: string) =>
    world.sql.rows(
      `INSERT INTO outbox (id, run_id, customer_id, campaign_id, channel, creative_id, not_before, state, reasons)
       VALUES (500, 3, 200, 1, 'email', 1, now(), $1, '{}')
       ON CONFLICT (id) DO UPDATE SET state = excluded.state`,
      [state],
    );
  await waits("ready");
  expect((await overview(world.ctx, days)).lift).toEqual({ ...before, runsLeftOut: 1 });
  await waits("sent");
  expect((await overview(world.ctx, days)).lift).toMatchObject({
    runsLeftOut: 0,
    treated: { people: before.treated.people + 61 },
    heldOut: { people: before.heldOut.people + 20 },
  });
});
