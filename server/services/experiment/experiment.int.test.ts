import { afterAll, beforeAll, expect, test } from "vitest";
import { BLANK_CAMPAIGN } from "@/server/domain/blank-campaign";
import { DAY_MS, HOUR_MS } from "@/server/domain/time";
import { joinOutcomes } from "../measure/join-outcomes";
import { measuringWorld } from "../measure/testing/measuring-world";
import { getExperiment } from "./get";
import { listExperiments } from "./list";

// Campaign 1, whose words have two variants, writes to people 1–40 on the first (odd: a, even: b), and to 1–10 again a day
// later with the other one. Of the first messages, 1–8 are opened, 1–4 clicked, 2 leads to an unsubscribe; 2, 4, 6 and 7
// order. Campaign 2 has one variant.
const first = new Date("2026-03-01T09:00:00Z");
const at = (days: number, hours = 0) => new Date(first.getTime() + days * DAY_MS + hours * HOUR_MS);
const people = (to: number) => Array.from({ length: to }, (_, i) => i + 1);

let world: Awaited<ReturnType<typeof measuringWorld>>;
beforeAll(async () => {
  world = await measuringWorld(at(10));
  for (const [id, variants] of [
    [1, ["a", "b"]],
    [2, ["a"]],
  ] as const) {
    await world.campaign(id, `Campaign ${id}`);
    await world.sql.rows(
      "INSERT INTO campaign_versions (campaign_id, version, body, author, at) VALUES ($1, 1, $2, 'user:1', $3)",
      [id, JSON.stringify({ ...BLANK_CAMPAIGN, variants }), at(-1)],
    );
  }
  for (const id of people(40))
    await world.touch({ outboxId: id, at: at(0), customerId: id, variant: id % 2 === 1 ? "a" : "b" });
  for (const id of people(10))
    await world.touch({ outboxId: 100 + id, at: at(1), customerId: id, variant: id % 2 === 1 ? "b" : "a" });
  const answers = (kind: string, ids: readonly number[], hours = 1, bot = false) =>
    Promise.all(
      ids.map((id) => world.outcome({ outboxId: id, customerId: id, kind, at: at(0, hours), bot })),
    );
  await answers("open", people(8));
  await answers("open", [9], 5);
  await answers("open", [11], 1, true);
  await answers("click", people(4));
  await answers("unsubscribe", [2]);
  for (const [index, id] of [2, 4, 6, 7].entries())
    await world.order({ id: index + 1, at: at(0, 20), customerId: id, minor: 1000 });
  await joinOutcomes(world.ctx, {});
});
afterAll(() => world.close());

test("a person counts once, with the first message; machines and late opens count nowhere", async () => {
  const { variants } = await getExperiment(world.ctx, { id: 1 });
  const shown = variants.map(({ firstAt: _, lastAt: __, ...counts }) => counts);
  expect(shown).toEqual([
    {
      variant: "a",
      people: 20,
      opened: 4,
      clicked: 2,
      ordered: 1,
      unsubscribed: 0,
      complained: 0,
      bounced: 0,
      revenueMinor: 1000,
      revenueSquares: 1_000_000,
    },
    {
      variant: "b",
      people: 20,
      opened: 4,
      clicked: 2,
      ordered: 3,
      unsubscribed: 1,
      complained: 0,
      bounced: 0,
      revenueMinor: 3000,
      revenueSquares: 3_000_000,
    },
  ]);
});

test("it goes on while people are missing, and says how many", async () => {
  const { status, days, metrics } = await getExperiment(world.ctx, { id: 1 });
  expect(status).toEqual({ kind: "keep-running", peopleMissing: 980, daysMissing: 0 });
  expect(days).toBe(10);
  expect(metrics[0]?.variants[0]?.absolute?.effect).toBeCloseTo(0.1, 12);
});

test("only campaigns that compare something are listed", async () => {
  const { rows } = await listExperiments(world.ctx, {});
  expect(rows.map(({ id }) => id)).toEqual([1]);
  await expect(getExperiment(world.ctx, { id: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a draft and an archived campaign are no experiments", async () => {
  for (const state of ["draft", "archived"]) {
    await world.sql.rows("UPDATE campaigns SET state = $1 WHERE id = 1", [state]);
    expect((await listExperiments(world.ctx, {})).rows).toEqual([]);
  }
  await world.sql.rows("UPDATE campaigns SET state = 'live' WHERE id = 1");
});
