import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedCustomers } from "@/bench/support/seed-customers";
import { seedSettings } from "@/bench/support/seed-settings";
import type { CustomerFacts } from "@/server/domain/customer-facts";
import { ALL_FACT_GROUPS, FACT_GROUPS } from "@/server/domain/fact-groups";
import { FactSheet } from "@/server/domain/fact-sheet";
import { DAY_MS } from "@/server/domain/time";
import { type Database, openDatabase } from "./database";
import { fillFacts, loadFacts, loadSomeFacts } from "./facts.sql";
import { naiveFacts, type RawRows, rawRows } from "./testing/naive-facts";
import { freshDatabase, type TestDatabase } from "./testing/test-database";

const NOW = new Date("2026-06-01T09:00:00Z");
const PEOPLE = 400;
let home: TestDatabase;
let database: Database;
let raw: RawRows;

beforeAll(async () => {
  home = await freshDatabase();
  database = openDatabase(home.appUrl, 2);
  const owner = openDatabase(home.ownerUrl, 1);
  await seedSettings(owner.sql, NOW);
  await seedCustomers(owner.sql, PEOPLE, NOW);
  await owner.close();
  await seedEdges();
  raw = await rawRows(database.sql);
});
afterAll(async () => {
  await database.close();
  await home.drop();
});

/** What the seed leaves out: borders, machines, several answers, other currencies, what comes after now. */
async function seedEdges() {
  const at = (days: number, ms = 0) => new Date(NOW.getTime() - days * DAY_MS + ms);
  const { sql } = database;
  const add = (table: string, columns: string, rows: unknown[][]) =>
    Promise.all(
      rows.map((row) =>
        sql.rows(
          `INSERT INTO ${table} (${columns}) VALUES (${row.map((_, i) => `$${i + 1}`).join(", ")})`,
          row,
        ),
      ),
    );
  await add("orders", "ref, customer_id, at, revenue_minor, currency", [
    ["edge-1", 1, at(365), 100, "GBP"],
    ["edge-2", 1, at(365, 1), 200, "GBP"],
    ["edge-3", 1, at(0), 400, "GBP"],
    ["edge-4", 1, at(0, 1), 800, "GBP"],
    ["edge-5", 1, at(3), 999_999, "JPY"],
    ["edge-6", 1, at(0.3, 7), 5, "GBP"],
  ]);
  await sql.rows("SELECT ensure_months('events', ARRAY['2026-06-01', '2025-05-01', '2025-06-01']::date[])");
  await add(
    "events",
    "key, customer_id, type, name, at, received_at",
    [30, 60, 90, 365, 0, -0.001].flatMap((days, i) =>
      [0, 1, -1].map((ms, j) => [
        `00000000-0000-4000-8000-0000000000${i}${j}`,
        2,
        "page",
        "edge",
        at(days, ms),
        at(days, ms),
      ]),
    ),
  );
  const outbox =
    "id, run_id, customer_id, campaign_id, channel, creative_id, not_before, state, claimed_at, reasons";
  await add(
    "outbox",
    outbox,
    [
      [7, 0, "sent"],
      [7, 1, "uncertain"],
      [60, 1, "claimed"],
      [90, 0, "sent"],
      [0, 0, "sent"],
      [1, 0, "refused"],
      [2, 0, "cancelled"],
      [-1, 0, "sent"],
    ].map(([days, ms, state], i) => [
      9_000_000 + i,
      500 + i,
      3,
      1,
      "email",
      1,
      at(Number(days), Number(ms)),
      state,
      at(Number(days), Number(ms)),
      [],
    ]),
  );
  await add("outcomes", "outbox_id, customer_id, campaign_id, kind, at, bot, detail, ref", [
    [9_000_000, 3, 1, "open", at(6), false, null, "edge-1"],
    [9_000_000, 3, 1, "open", at(5), false, null, "edge-2"],
    [9_000_001, 3, 1, "open", at(5), true, null, "edge-3"],
    [9_000_001, 3, 1, "click", at(5), false, null, "edge-4"],
    [9_000_002, 3, 1, "open", at(91), false, null, "edge-5"],
    [9_000_003, 3, 1, "bounce", at(400), false, "hard: 5.1.1", "edge-6"],
    [9_000_004, 3, 1, "bounce", at(4), false, "soft", "edge-7"],
    [9_000_004, 3, 1, "bounce", at(-1), false, "hard", "edge-8"],
  ]);
  await add("consents", "customer_id, purpose, channel, state, at, source, actor, ref", [
    [4, "marketing", "email", "withdrawn", at(1), "edge", "edge", "edge-1"],
    [4, "marketing", "email", "granted", at(1), "edge", "edge", "edge-2"],
    [5, "marketing", "email", "withdrawn", at(0, 1), "edge", "edge", "edge-3"],
    [6, "marketing", "sms", "withdrawn", at(1), "edge", "edge", "edge-4"],
    [7, "surveys", "email", "withdrawn", at(1), "edge", "edge", "edge-5"],
  ]);
  await add("suppressions", "kind, hash, customer_id, reason, at, source", [
    ["customer", Buffer.from("08".repeat(16), "hex"), 8, "manual", at(1), "edge"],
    ["email", Buffer.from("09".repeat(16), "hex"), 9, "complaint", at(1), "edge"],
    ["phone", Buffer.from("10".repeat(16), "hex"), 10, "manual", at(1), "edge"],
    ["customer", Buffer.from("11".repeat(16), "hex"), 11, "manual", at(0, 1), "edge"],
  ]);
  await add("tickets", "ref, customer_id, kind, opened_at, closed_at", [
    ["edge-1", 12, "billing", at(3), null],
    ["edge-2", 12, "delivery", at(3), at(0, 1)],
    ["edge-3", 12, "legal", at(3), at(0)],
    ["edge-4", 12, "bereavement", at(0), null],
    ["edge-5", 12, "question", at(5), null],
    ["edge-6", 12, "complaint", at(0, 1), null],
  ]);
}

const ids = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const strip = (facts: CustomerFacts | undefined) =>
  facts === undefined
    ? undefined
    : Object.fromEntries(
        ALL_FACT_GROUPS.flatMap((group) => FACT_GROUPS[group].map((name) => [name, facts[name]])),
      );

describe("facts", () => {
  test.each([0, 1, 30.5, 200])("as of %s days ago are what a plain count of the rows gives", async (days) => {
    const now = new Date(NOW.getTime() - days * DAY_MS);
    const facts = await loadFacts(database.sql, ids(PEOPLE), now);
    expect(facts.size).toBe(PEOPLE);
    for (const id of ids(PEOPLE)) expect([id, strip(facts.get(id))]).toEqual([id, naiveFacts(raw, id, now)]);
  });

  test("asked for group by group they are the same", async () => {
    const sheets = new Map(ids(50).map((id) => [id, new FactSheet()]));
    for (const group of ALL_FACT_GROUPS) await fillFacts(database.sql, sheets, NOW, [group]);
    const facts = await loadFacts(database.sql, ids(50), NOW);
    for (const [id, sheet] of sheets)
      expect(strip({ ...sheet } as CustomerFacts)).toEqual(strip(facts.get(id)));
  });

  test.each([0, 45, 200])("asked for one by one as of %s days ago they are the same", async (days) => {
    const now = new Date(NOW.getTime() - days * DAY_MS);
    const facts = await loadFacts(database.sql, ids(50), now);
    for (const name of ALL_FACT_GROUPS.flatMap((group) => [...FACT_GROUPS[group]])) {
      const alone = await loadSomeFacts(database.sql, ids(50), now, [name]);
      for (const id of ids(50)) expect([id, alone.get(id)?.[name]]).toEqual([id, facts.get(id)?.[name]]);
    }
  });

  test("inside a transaction they are the same numbers", async () => {
    const outside = await loadFacts(database.sql, [1, 2, 3], NOW);
    const inside = await database.transaction(({ sql }) => loadFacts(sql, [1, 2, 3], NOW));
    expect([...inside.entries()]).toEqual([...outside.entries()]);
  });

  test("of somebody who does not exist there are none, and nobody asks about nobody", async () => {
    expect((await loadFacts(database.sql, [1, 999_999], NOW)).has(999_999)).toBe(false);
    expect((await loadFacts(database.sql, [], NOW)).size).toBe(0);
  });
});
