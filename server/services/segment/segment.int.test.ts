import { afterAll, beforeAll, expect, test } from "vitest";
import { addTallies, emptyTally } from "@/server/domain/segment-tally";
import { defaultConfiguration } from "@/server/domain/settings/configuration";
import { DAY_MS } from "@/server/domain/time";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const NOW = new Date("2026-11-20T15:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld(NOW);
});
afterAll(() => world.close());

/** A customer with an order so many days ago, each of 50.00. */
async function buyer(...ages: number[]): Promise<number> {
  const [row] = await world.sql.rows<{ id: number }>(
    "INSERT INTO customers (created_at, has_email) VALUES ($1, true) RETURNING id",
    [daysAgo(800)],
  );
  const id = row?.id ?? 0;
  for (const age of ages)
    await world.sql.rows(
      `INSERT INTO orders (ref, customer_id, at, revenue_minor, currency)
       VALUES (gen_random_uuid()::text, $1, $2, 5000, 'USD')`,
      [id, daysAgo(age)],
    );
  return id;
}

async function countAll(): Promise<string[]> {
  const { segment } = world.system;
  const { days } = await segment.dueCounts({});
  for (const day of days) {
    const shared = await segment.measureForCount(day);
    let tally = emptyTally();
    let after: number | null = 0;
    while (after !== null) {
      const counted: Awaited<ReturnType<typeof segment.countChunk>> = await segment.countChunk({
        ...day,
        ...shared,
        after,
      });
      tally = addTallies(tally, counted.tally);
      after = counted.next;
    }
    const { now: population, configurationVersion } = shared;
    await segment.storeCount({ ...day, configurationVersion, population, tally });
  }
  return days.map(({ day }) => day);
}

test("nothing is due of a company without customers", async () => {
  expect((await world.system.segment.dueCounts({})).days).toEqual([]);
});

test("counts sizes, overlaps and who moved on which day, for the last four weeks and today", async () => {
  // quiet since ten days before yesterday: 120 days after the order
  const quiet = await buyer(130);
  const never = await buyer();
  await buyer(5, 40, 90);
  const counted = await countAll();
  expect(counted).toHaveLength(29);
  expect(counted.at(-1)).toBe("2026-11-20");

  const { api } = await world.person("marketer");
  const { counted: head, segmentations, overlaps } = await api.segment.list({});
  expect(head).toMatchObject({ day: "2026-11-20", customers: 3, since: "2026-10-23" });
  const behavioural = segmentations.find(({ id }) => id === "behavioural");
  const goneQuiet = behavioural?.segments.find(({ segment }) => segment === "quiet");
  expect(goneQuiet).toMatchObject({ customers: 1, spendMinor: 5000, came: 1, went: 0 });
  expect(behavioural?.none).toMatchObject({ customers: 2 });
  const rfm = segmentations.find(({ id }) => id === "rfm");
  const buyers = rfm?.segments.reduce((sum, { customers }) => sum + (customers ?? 0), 0);
  expect(buyers).toBe(2);
  expect(overlaps.filter(({ other }) => other === "behavioural.quiet")).toEqual([
    expect.objectContaining({ customers: 1 }),
  ]);

  const one = await api.segment.get({ key: "behavioural.quiet" });
  // 120 days after an order at 15:00 on day −130 fall on 10 November
  expect(one.movement).toEqual([{ day: "2026-11-10", came: 1, went: 0 }]);
  expect(one.from).toEqual([{ from: "", to: "quiet", customers: 1 }]);
  expect((await api.segment.sample({ key: "behavioural.quiet" })).rows).toEqual([
    expect.objectContaining({ id: quiet, orders: 1, spend365Minor: 5000 }),
  ]);
  expect(never).toBeGreaterThan(quiet);
});

test("a fresh count is not due again; after six hours only today is, and what it finds replaces the count", async () => {
  expect(await countAll()).toEqual([]);
  await buyer(200);
  world.clock.advance(6 * 3_600_000);
  expect(await countAll()).toEqual(["2026-11-20"]);
  const { api } = await world.person("reviewer");
  const one = await api.segment.get({ key: "behavioural.quiet" });
  expect(one.segment).toMatchObject({ customers: 2 });
});

test("a goal with settings of its own is counted apart", async () => {
  const body = structuredClone(defaultConfiguration);
  body.goals["win-back"].segmentors = ["behavioural"];
  body.goals["win-back"].settings = { behavioural: { quietAfterDays: 300 } };
  const admin = await world.person("admin");
  await admin.api.settings.publish({ kind: "configuration", expectedVersion: 0, body, note: "Later" });
  world.clock.advance(6 * 3_600_000);
  await countAll();
  const { segmentations } = await admin.api.segment.list({});
  const quiet = (id: string) =>
    segmentations.find((one) => one.id === id)?.segments.find(({ segment }) => segment === "quiet");
  expect(quiet("behavioural")?.rule).toContain("300 days");
  expect(quiet("behavioural")?.customers).toBe(0);
  expect(quiet("behavioural~reduce-churn")?.customers).toBe(2);
});

test("a count is asked for once, and not again within a minute", async () => {
  const { api } = await world.person("marketer");
  world.clock.advance(120_000);
  expect(await api.segment.requestCount({})).toMatchObject({ isAsked: true });
  expect(world.events.filter(({ name }) => name === "segments/count-requested")).toHaveLength(1);
  await expect((await world.person("executive")).api.segment.requestCount({})).rejects.toThrow(
    "campaign.write",
  );
});

test("an unknown segment is refused", async () => {
  const { api } = await world.person("executive");
  await expect(api.segment.get({ key: "rfm.unicorns" })).rejects.toThrow("there is no segment");
});
