import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { momentFor } from "@/server/domain/moment";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/server/domain/time";
import { joinOutcomes } from "./join-outcomes";
import { rollUp } from "./roll-up";
import { measuringWorld, type OrderRow, type TouchRow } from "./testing/measuring-world";

const noon = new Date("2026-03-10T12:00:00Z");
const later = (ms: number) => new Date(noon.getTime() + ms);

let world: Awaited<ReturnType<typeof measuringWorld>>;
beforeAll(async () => {
  world = await measuringWorld(noon);
});
afterAll(() => world.close());
afterEach(async () => {
  await world.sql.rows("DELETE FROM touches");
  for (const table of ["orders", "outcomes", "touch_days", "measure_marks"])
    await world.sql.rows(`DELETE FROM ${table}`);
});

async function measure(sinceDays = 0) {
  const { days, ...counts } = await joinOutcomes(world.ctx, { sinceDays });
  await rollUp(world.ctx, { days });
  return { days, ...counts };
}

describe("an order belongs to the last touch within seven days before it", () => {
  test.each([
    { because: "a minute after", orderAt: later(MINUTE_MS), touch: 1 },
    { because: "at the same instant", orderAt: noon, touch: 1 },
    { because: "a hair under seven days", orderAt: later(7 * DAY_MS - 1), touch: 1 },
    { because: "exactly seven days", orderAt: later(7 * DAY_MS), touch: null },
    { because: "before the touch", orderAt: later(-1), touch: null },
  ])("$because: $touch", async ({ orderAt, touch }) => {
    world.clock.set(later(8 * DAY_MS));
    await world.touch({ outboxId: 1, at: noon, customerId: 5 });
    await world.order({ id: 1, at: orderAt, customerId: 5, minor: 4200 });
    await measure();
    expect(await world.conversions()).toEqual(touch === null ? [] : [{ order: 1, touch, minor: 4200 }]);
  });

  test("the later of two touches wins; another customer's touch never does", async () => {
    world.clock.set(later(3 * DAY_MS));
    await world.touch({ outboxId: 1, at: noon, customerId: 5 });
    await world.touch({ outboxId: 2, at: later(DAY_MS), customerId: 5 });
    await world.touch({ outboxId: 3, at: later(2 * DAY_MS), customerId: 6 });
    await world.order({ id: 1, at: later(2.5 * DAY_MS), customerId: 5, minor: 100 });
    await measure();
    expect(await world.conversions()).toEqual([{ order: 1, touch: 2, minor: 100 }]);
  });

  test("an order in a foreign currency converts and is worth nothing here", async () => {
    await world.touch({ outboxId: 1, at: noon, customerId: 5 });
    await world.order({ id: 1, at: noon, customerId: 5, minor: 100, currency: "EUR" });
    await measure();
    expect(await world.conversions()).toEqual([{ order: 1, touch: 1, minor: 0 }]);
  });
});

test("an order that comes months late is joined, and its old day is rolled up", async () => {
  await world.touch({ outboxId: 1, at: noon, customerId: 5 });
  await measure();
  world.clock.set(later(120 * DAY_MS));
  await world.order({ id: 9, at: later(DAY_MS), customerId: 5, minor: 700 });
  expect((await measure()).days).toEqual(["2026-03-10"]);
  expect(await world.days()).toMatchObject([{ day: "2026-03-10", conversions: 1, revenue_minor: 700 }]);
});

test("an old order that an import had not finished writing is looked at again by the next pass", async () => {
  await world.touch({ outboxId: 1, at: noon, customerId: 5 });
  world.clock.set(later(120 * DAY_MS));
  await world.order({ id: 9, at: later(DAY_MS), customerId: 5, minor: 700 });
  await measure();
  await world.sql.rows("UPDATE orders SET revenue_minor = 1000");
  await measure();
  expect(await world.days()).toMatchObject([{ day: "2026-03-10", revenue_minor: 1000 }]);
});

test("an order that was corrected or cancelled changes its figures", async () => {
  world.clock.set(later(DAY_MS));
  await world.touch({ outboxId: 1, at: noon, customerId: 5 });
  await world.order({ id: 1, at: later(HOUR_MS), customerId: 5, minor: 700 });
  await measure();
  await world.sql.rows("UPDATE orders SET revenue_minor = 900");
  await measure();
  expect(await world.conversions()).toEqual([{ order: 1, touch: 1, minor: 900 }]);
  await world.sql.rows("DELETE FROM touches");
  expect(await measure()).toMatchObject({ attributed: 0, released: 1 });
  expect(await world.conversions()).toEqual([]);
});

test("a touch counts once a column; machines and late opens and clicks count nowhere", async () => {
  world.clock.set(later(2 * DAY_MS));
  for (const outboxId of [1, 2, 3]) await world.touch({ outboxId, at: noon, customerId: outboxId });
  await world.touch({ outboxId: 4, at: later(-13 * HOUR_MS), customerId: 4, variant: "b" });
  const seen = (outboxId: number, kind: string, ms: number, bot = false) =>
    world.outcome({ outboxId, customerId: outboxId, kind, at: later(ms), bot });
  await seen(1, "open", HOUR_MS);
  await seen(1, "open", 1.5 * HOUR_MS);
  await seen(2, "open", 2 * HOUR_MS + 1);
  await seen(3, "open", MINUTE_MS, true);
  await seen(1, "click", 24 * HOUR_MS);
  await seen(2, "click", 24 * HOUR_MS + 1);
  await seen(2, "unsubscribe", 30 * HOUR_MS);
  await world.order({ id: 1, at: later(HOUR_MS), customerId: 1, minor: 700 });
  await world.order({ id: 2, at: later(2 * HOUR_MS), customerId: 1, minor: 50 });
  await measure();
  const nothing = { opens: 0, clicks: 0, conversions: 0, unsubscribes: 0, bounces: 0, complaints: 0 };
  expect(await world.days()).toEqual([
    { day: "2026-03-09", variant: "b", ...nothing, touches: 1, revenue_minor: 0, cost_minor: 0.1 },
    {
      ...nothing,
      day: "2026-03-10",
      variant: "a",
      touches: 3,
      opens: 1,
      clicks: 1,
      conversions: 1,
      unsubscribes: 1,
      revenue_minor: 750,
      cost_minor: 0.3,
    },
  ]);
});

describe("whatever comes late, twice or in another order, the final state is the same", () => {
  /** The rule in one line of TypeScript, to compare with the SQL. */
  const expected = (touches: readonly TouchRow[], orders: readonly OrderRow[]) =>
    orders.flatMap(({ id, at, customerId, minor }) => {
      const age = (touch: TouchRow) => at.getTime() - touch.at.getTime();
      const [last] = touches
        .filter((touch) => touch.customerId === customerId && age(touch) >= 0 && age(touch) < 7 * DAY_MS)
        .sort((a, b) => b.at.getTime() - a.at.getTime() || b.outboxId - a.outboxId);
      return last === undefined ? [] : [{ order: id, touch: last.outboxId, minor }];
    });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("seed %i", async (seed) => {
    const { random } = momentFor(0, seed, 1, 0);
    const whole = (below: number) => Math.floor(random() * below);
    const instant = () => later(whole(20 * 24) * HOUR_MS);
    const touches = Array.from({ length: 40 }, (_, i) => ({
      outboxId: i + 1,
      at: instant(),
      customerId: whole(6) + 1,
    }));
    const orders = Array.from({ length: 30 }, (_, i) => ({
      id: i + 1,
      at: instant(),
      customerId: whole(6) + 1,
      minor: whole(9000),
    }));
    const arrivals = [
      ...touches.map((touch) => () => world.touch(touch)),
      ...orders.map((order) => () => world.order(order)),
    ].sort(() => random() - 0.5);
    for (const [i, arrive] of arrivals.entries()) {
      world.clock.set(later((i + 1) * 6 * HOUR_MS));
      await arrive();
      if (random() < 0.2) await measure();
    }
    await measure(100);
    expect(await world.conversions()).toEqual(expected(touches, orders));
    const before = await world.days();
    expect(await measure(100)).toMatchObject({ attributed: 0, released: 0 });
    expect(await world.days()).toEqual(before);
    const revenue = expected(touches, orders).reduce((sum, { minor }) => sum + minor, 0);
    expect(before.reduce((sum, day) => sum + Number(day.revenue_minor), 0)).toBe(revenue);
  });
});
