import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/server/context";
import type { Kpi } from "@/server/domain/kpi/definitions";
import { permissionsOf, type Role } from "@/server/domain/role";
import { MINUTE_MS } from "@/server/domain/time";
import { joinOutcomes } from "../measure/join-outcomes";
import { rollUp } from "../measure/roll-up";
import { measuringWorld } from "../measure/testing/measuring-world";
import { alerts } from "./alerts";
import { cohorts } from "./cohorts";
import { kpis } from "./kpis";
import { movement } from "./movement";
import { trend } from "./trend";

// The period is March 2026 (31 days, UTC), looked at on the evening of its last day. The 31 days before end on 28 February.
const now = new Date("2026-03-31T20:00:00Z");
const day = (text: string, hour = 9) => new Date(`${text}T${String(hour).padStart(2, "0")}:00:00Z`);
const march = { from: "2026-03-01", to: "2026-03-31" };

let world: Awaited<ReturnType<typeof measuringWorld>>;
let order = 0;
const buys = async (customerId: number, at: Date, minor: number, units = 1) => {
  const id = ++order;
  await world.order({ id, at, customerId, minor });
  await world.sql.rows(
    `INSERT INTO order_lines (order_id, sku, price_minor, occurrence, quantity, total_minor)
     VALUES ($1, 'sku', $2, 1, $3, $2)`,
    [id, minor, units],
  );
};
/** A message to a person in a run, claimed and sent at the same instant, with their consent a year old. */
const sends = async (outboxId: number, customerId: number, at: Date, runId: number) => {
  await world.touch({ outboxId, at, customerId, runId });
  await world.sql.rows(
    `INSERT INTO outbox (id, run_id, customer_id, campaign_id, channel, creative_id, not_before, state, claimed_at, reasons)
     VALUES ($1, $2, $3, 1, 'email', 1, $4, 'sent', $4, '{}')`,
    [outboxId, runId, customerId, at],
  );
};
const consents = (customerId: number, state: string, at: Date) =>
  world.sql.rows(
    `INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
     VALUES ($1, 'marketing', 'email', $2, $3, 'test', 'test', gen_random_uuid()::text)`,
    [customerId, state, at],
  );

beforeAll(async () => {
  world = await measuringWorld(now);
  await world.campaign(1, "Win back");
  await world.sql.rows("UPDATE campaigns SET created_at = $1", [day("2026-02-08", 22)]);
  const sentOn = (ids: readonly number[]) =>
    ids.map((customerId) => ({ customerId, verdict: "sent-on" as const }));
  // February: two people, two touches, one of whom orders for 20.00
  await world.run(1, 1, day("2026-02-10"), sentOn([1, 2]));
  await sends(1, 1, day("2026-02-10", 10), 1);
  await sends(2, 2, day("2026-02-10", 10), 1);
  await buys(1, day("2026-02-12"), 2000, 2);
  // March: four people decided, of whom one is held and rejected for its tone, one blocked for its subject
  await world.run(2, 1, day("2026-03-04"), [
    ...sentOn([1, 2, 3]),
    { customerId: 4, verdict: "held", node: "review", reasons: ["high-value.spend"] },
    { customerId: 5, verdict: "blocked", node: "safety", reasons: ["subject.trigger"] },
  ]);
  await world.sql.rows(
    "UPDATE run_chunks SET milliseconds = 1500, counts = '{\"sent-on\": 4}' WHERE run_id = 2",
  );
  await world.review(2, 4, { state: "rejected", decidedAt: day("2026-03-04", 12), milliseconds: 40_000 });
  await world.sql.rows("UPDATE review_items SET reason_code = 'tone'");
  for (const id of [1, 2, 3]) await consents(id, "granted", day("2025-03-01"));
  await sends(11, 1, day("2026-03-04", 10), 2);
  await sends(12, 2, day("2026-03-04", 10), 2);
  await sends(13, 3, day("2026-03-04", 10), 2);
  await world.run(20, 1, day("2026-03-05"), []);
  await sends(14, 1, day("2026-03-05", 10), 20);
  await world.outcome({ outboxId: 11, customerId: 1, kind: "click", at: day("2026-03-04", 11) });
  await world.outcome({ outboxId: 12, customerId: 2, kind: "open", at: day("2026-03-04", 11) });
  await buys(1, day("2026-03-06"), 3000, 3);
  await buys(2, day("2026-03-06"), 5000, 1);
  // 3 took their consent back the evening before the mail left
  await consents(3, "withdrawn", day("2026-03-03", 20));
  // 9 was active in December and has bought nothing since
  await buys(9, day("2025-12-10"), 1000);
  const { days } = await joinOutcomes(world.ctx, { sinceDays: 100 });
  await rollUp(world.ctx, { days });
});
afterAll(() => world.close());

const as = (role: Role): Context => ({
  ...world.ctx,
  actor: { kind: "user", id: 1, name: "Harriet", roles: [role], may: permissionsOf([role]) },
});

const card = async (id: Kpi, asked: Parameters<typeof kpis>[1] = march, role: Role = "marketer") => {
  const found = (await kpis(as(role), asked)).cards.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no card ${id}`);
  return found;
};

describe("each figure against the world worked out by hand", () => {
  test.each<{ id: Kpi; value: number; because: string }>([
    { id: "conversion", value: 2 / 3, because: "two of three people ordered" },
    { id: "openRate", value: 1 / 4, because: "one of four messages" },
    { id: "clickRate", value: 1 / 4, because: "one of four messages" },
    { id: "customerValue", value: 11_000 / 3, because: "110.00 by three customers, ever" },
    { id: "churn", value: 1 / 2, because: "1 and 9 were active on the first of March, 9 is no longer" },
    {
      id: "launchTime",
      value: 1.5,
      because: "created on the eighth of February at 22:00, first message on the tenth at 10:00",
    },
    { id: "reviewMedianTime", value: 40, because: "one verdict of 40 s" },
    { id: "decisionTime", value: 1500, because: "one batch" },
    { id: "overrideShare", value: 1 / 4, because: "one of four to be sent was rejected" },
    { id: "violations", value: 25_000, because: "one of four went out after a withdrawal" },
    { id: "toneConsistency", value: 3 / 5, because: "a subject and a tone at fault, of five" },
  ])("$id: $because", async ({ id, value }) => {
    const { reading } = await card(
      id,
      id === "launchTime" ? { from: "2026-02-01", to: "2026-03-31" } : march,
    );
    expect(reading).toMatchObject({ kind: "known", value: expect.closeTo(value, 4) });
  });

  test("what the data cannot support says which is missing, and where to add it", async () => {
    expect((await card("marketingEfficiency")).reading).toEqual({
      kind: "missing",
      why: "No advertising spend is stored for these days.",
      remedy: { label: "Import advertising spend", href: "/imports/new" },
    });
    expect((await card("marketingEfficiency", march, "executive")).reading).toMatchObject({
      remedy: { label: "Ask an admin or a marketer.", href: null },
    });
    expect((await card("workHours")).reading.kind).toBe("missing");
    expect((await card("uptime")).reading.kind).toBe("missing");
    expect((await card("learningGain")).reading).toMatchObject({
      why: expect.stringContaining("100 touches"),
    });
    expect((await card("orderValue")).reading).toMatchObject({
      why: "Not enough data: people with an attributed order: 2 of 10 needed.",
    });
  });

  test("work is counted from the first day on which it was recorded", async () => {
    await world.sql.rows(
      `INSERT INTO console_time (user_id, day, area, seconds, last_at) VALUES
       (1, '2026-03-18', 'review', 36000, now()), (2, '2026-03-30', 'campaigns', 14400, now())`,
    );
    // 14 hours in the 14 days from the 18th on
    expect((await card("workHours")).reading).toMatchObject({ value: expect.closeTo(7, 6) });
  });

  test("a minute without a sample was down", async () => {
    // eight days: one minute in ten was not answered, the last ten were not asked about
    const minutes = 8 * 24 * 60;
    await world.sql.rows(
      `INSERT INTO health_samples (minute, answered, milliseconds)
       SELECT $1::timestamptz + make_interval(mins => n), n % 10 <> 5, 3 FROM generate_series(0, $2::int) AS n`,
      [new Date(now.getTime() - minutes * MINUTE_MS), minutes - 11],
    );
    expect((await card("uptime")).reading).toMatchObject({
      part: (minutes - 10) * 0.9,
      whole: minutes,
    });
  });

  test("a week of records is needed before a state is given", async () => {
    const days = { from: "2026-03-26", to: "2026-03-31" };
    expect((await card("workHours", days)).reading).toMatchObject({
      why: "Not enough data: days with recorded time in the console in this period: 6 of 7 needed.",
    });
    expect(await card("uptime", days)).toMatchObject({
      reading: { why: "Not enough data: days with a record of uptime in this period: 5 of 7 needed." },
      way: null,
    });
  });
});

describe("what a figure is held against", () => {
  test("the period of the same length before", async () => {
    expect((await card("conversion")).against).toEqual({ now: 2 / 3, other: 1 / 2 });
    expect((await card("overrideShare")).against).toEqual({ now: 1 / 4, other: 0 });
    expect((await card("launchTime")).against).toBeNull();
  });

  test("the design's beginning, money in minor units", async () => {
    expect((await card("conversion", { ...march, compare: "baseline" })).against?.other).toBe(0.025);
    expect((await card("customerValue", { ...march, compare: "baseline" })).against?.other).toBe(50_000);
    expect((await card("orderValue", { ...march, compare: "baseline" })).against).toBeNull();
  });

  test("the holdout, where it has a twin and buyers enough", async () => {
    await world.run(3, 1, day("2026-03-10"), [
      { customerId: 9, verdict: "holdout", holdout: "global", node: "action" },
    ]);
    await buys(9, day("2026-03-12"), 1000);
    expect((await card("orderValue", { ...march, compare: "holdout" })).against).toBeNull();
    expect((await card("openRate", { ...march, compare: "holdout" })).against).toBeNull();
  });
});

test("what moved revenue per touch is not said of two buyers", async () => {
  const { shared, lacking, now: current, before } = await movement(world.ctx, march);
  expect(current.sums).toEqual({
    people: 3,
    touches: 4,
    clickers: 1,
    buyers: 2,
    orders: 2,
    items: 4,
    revenueMinor: 8000,
  });
  expect(before).toMatchObject({ from: "2026-01-29", to: "2026-02-28", sums: { touches: 2, buyers: 1 } });
  expect(shared).toBeNull();
  expect(lacking).toMatchObject({ what: "people with an attributed order", has: 2, needs: 10 });
});

test("cohorts by the month of the first order, those without a message included", async () => {
  const { rows } = await cohorts(world.ctx, march);
  expect(rows.map(({ cohort, customers }) => [cohort, customers])).toEqual([
    ["2025-12", 1],
    ["2026-02", 1],
    ["2026-03", 1],
  ]);
  expect(rows[1]?.months.slice(0, 3)).toEqual([
    { retained: 1, spentMinor: 2000 },
    { retained: 1, spentMinor: 5000 },
    null,
  ]);
});

test("the trend sums seven days up to each, and is silent about fewer than thirty people", async () => {
  const { days, incompleteFrom } = await trend(world.ctx, march);
  expect(days).toHaveLength(31);
  expect(days.every(({ treated }) => treated === null)).toBe(true);
  expect(incompleteFrom).toBe("2026-03-31");
});

test("the trend has a band once there are enough", async () => {
  const ids = Array.from({ length: 40 }, (_, i) => 100 + i);
  await world.run(
    4,
    1,
    day("2026-03-15"),
    ids.map((customerId) => ({ customerId, verdict: "sent-on" as const })),
  );
  await buys(100, day("2026-03-16"), 4000);
  await buys(100, day("2026-03-18"), 400);
  const { days } = await trend(world.ctx, march);
  const on = (text: string) => days.find((one) => one.day === text)?.treated;
  const people = 45; // 1 to 5 were divided on the fourth
  expect(on("2026-03-17")?.value).toBeCloseTo(4000 / people, 6);
  expect(on("2026-03-18")?.value).toBeCloseTo(4400 / people, 6);
  expect(on("2026-03-24")?.value).toBeCloseTo(400 / people, 6);
  expect(on("2026-03-25")?.value).toBe(0);
});

test("alerts name what stands open, and no way to who may not take it", async () => {
  const found = await alerts(world.ctx, {});
  expect(found.map(({ key }) => key)).toContain("no-postal-address");
  const mayDo = async (role: Role) =>
    (await alerts(as(role), {})).find(({ key }) => key === "no-postal-address")?.action ?? null;
  expect(await mayDo("marketer")).toMatchObject({ href: "/configuration/company" });
  expect(await mayDo("executive")).toBeNull();
  await expect(alerts({ ...world.ctx, actor: { kind: "anonymous" } }, {})).rejects.toThrow("sign in");
});
