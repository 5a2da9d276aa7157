import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { campaignBody } from "@/server/domain/campaign";
import { countAudience, freezeAudience, sampleAudience, spokenIn } from "./audience.sql";
import { type Database, openDatabase } from "./database";
import { freshDatabase, type TestDatabase } from "./testing/test-database";

const now = new Date("2026-03-01T00:00:00Z");
let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await freshDatabase();
  database = openDatabase(own.appUrl, 2);
  // customer n ordered n days ago, n times, for n dollars each; the tenth never did
  await database.sql.rows(
    `INSERT INTO customers (id, created_at, country, vip) SELECT n, '2025-01-01', CASE WHEN n % 2 = 0 THEN 'DE' ELSE 'FR' END, n = 3
     FROM generate_series(1, 10) n`,
  );
  await database.sql.rows(
    `INSERT INTO orders (ref, customer_id, at, revenue_minor, currency)
     SELECT n || '-' || k, n, $1::timestamptz - make_interval(days => n * k), n * 100, 'USD'
     FROM generate_series(1, 9) n, generate_series(1, 9) k WHERE k <= n`,
    [now],
  );
  await database.sql.rows(
    `INSERT INTO orders (ref, customer_id, at, revenue_minor, currency)
     VALUES ('foreign', 1, $1::timestamptz - interval '1 day', 999999, 'JPY')`,
    [now],
  );
});
const groups = (given: unknown) => campaignBody.shape.audience.parse(given as never);

afterAll(async () => {
  await database.close();
  await own.drop();
});

const audience = (...all: unknown[]) => campaignBody.shape.audience.parse({ all } as never);

describe("an audience", () => {
  test.each([
    { rules: [], count: 10, because: "no rule holds everyone" },
    {
      rules: [{ field: "silenceDays", op: ">=", value: 5 }],
      count: 5,
      because: "exactly five days is in; never ordered is not",
    },
    { rules: [{ field: "orders", op: "=", value: 0 }], count: 1, because: "no orders is a count of nought" },
    { rules: [{ field: "spend", op: ">=", value: 16 }], count: 6, because: "decimal money: 4 orders of $4" },
    { rules: [{ field: "spend365", op: ">=", value: 16 }], count: 6, because: "and the year's" },
    {
      rules: [{ field: "spend", op: ">=", value: 82 }],
      count: 0,
      because: "a foreign order is no part of what somebody spent",
    },
    { rules: [{ field: "country", op: "=", value: "DE" }], count: 5, because: "country needs no orders" },
    { rules: [{ field: "vip", op: "=", value: true }], count: 1, because: "a yes-or-no" },
    {
      rules: [{ field: "country", op: "=", value: "'; DROP TABLE orders; --" }],
      count: 0,
      because: "values are parameters",
    },
    {
      rules: [
        { field: "silenceDays", op: ">=", value: 3 },
        { field: "country", op: "!=", value: "DE" },
      ],
      count: 4,
      because: "all rules together",
    },
  ])("of $rules.length rules holds $count: $because", async ({ rules, count }) => {
    expect(await countAudience(database.sql, audience(...rules), now)).toBe(count);
  });

  test("is counted as of the instant: later orders do not exist yet", async () => {
    const earlier = new Date("2026-02-20T00:00:00Z");
    expect(
      await countAudience(database.sql, audience({ field: "silenceDays", op: "<=", value: 1 }), earlier),
    ).toBe(3); // 3 and 9 ordered that day, 5 the day before
  });

  test("is frozen once, in chunks, and a sample is drawn from it", async () => {
    const run = { runId: 1, audience: audience(), now, chunkSize: 4 };
    expect(await freezeAudience(database.sql, run)).toEqual({ audience: 10, chunks: 3 });
    expect(await freezeAudience(database.sql, run)).toEqual({ audience: 10, chunks: 3 });
    const drawn = await sampleAudience(database.sql, audience(), now, [{ size: 3, draw: 0 }]);
    expect(drawn.count).toBe(10);
    expect(drawn.samples.map((ids) => ids.length)).toEqual([3]);
  });
});

const rule = (field: string, op: string, value: unknown) => ({ field, op, value });

describe("rules together", () => {
  test.each([
    {
      given: { match: "any", rules: [rule("vip", "=", true), rule("orders", "=", 0)] },
      count: 2,
      because: "any",
    },
    { given: { match: "none", rules: [rule("country", "in", ["DE"])] }, count: 5, because: "none" },
    {
      given: { match: "none", rules: [rule("silenceDays", ">=", 1)] },
      count: 1,
      because: "unknown fits no comparison, so that none of them lets by who never ordered",
    },
    {
      given: {
        rules: [rule("country", "in", ["FR", "DE"])],
        groups: [{ match: "none", rules: [rule("vip", "=", true), rule("orders", "between", [5, 9])] }],
      },
      count: 4,
      because: "all of these and none of those",
    },
    {
      given: {
        match: "any",
        groups: [
          { match: "all", rules: [rule("country", "in", ["DE"]), rule("orders", ">=", 8)] },
          { match: "all", rules: [rule("country", "in", ["FR"]), rule("orders", "<=", 2)] },
        ],
      },
      count: 2,
      because: "either of two groups",
    },
    { given: { rules: [rule("silenceDays", "between", [3, 5])] }, count: 3, because: "both ends are in" },
    { given: { rules: [rule("spend", "between", [4, 16])] }, count: 3, because: "money: 2, 3 and 4 orders" },
    { given: { rules: [rule("country", "not-in", ["DE"])] }, count: 5, because: "none of several" },
  ])("$because: $count", async ({ given, count }) => {
    expect(await countAudience(database.sql, groups(given), now)).toBe(count);
  });
});

describe("facts beyond orders", () => {
  beforeAll(async () => {
    const at = "'2026-02-20'";
    await database.sql.rows(`INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
      SELECT n, 'marketing', 'email', 'granted', ${at}, 'test', 'test', 'c' || n FROM generate_series(1, 6) n`);
    await database.sql.rows(`INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
      VALUES (6, 'marketing', 'email', 'withdrawn', '2026-02-21', 'test', 'test', 'w6')`);
    await database.sql.rows(`INSERT INTO tickets (ref, customer_id, kind, opened_at, closed_at)
      VALUES ('t1', 1, 'question', ${at}, NULL), ('t2', 2, 'question', ${at}, '2026-02-25'), ('t3', 3, 'question', ${at}, '2026-03-05')`);
    await database.sql.rows(`INSERT INTO products (sku, name, category, currency, updated_at)
      VALUES ('B1', 'Boot', 'Footwear', 'USD', ${at}), ('J1', 'Jacket', 'Jackets', 'USD', ${at})`);
    await database.sql.rows(`INSERT INTO order_lines (order_id, sku, price_minor, occurrence, quantity, total_minor)
      SELECT id, CASE WHEN customer_id = 4 THEN 'B1' ELSE 'J1' END, 100, 0, 1, 100 FROM orders WHERE customer_id IN (4, 5)`);
    await database.sql.rows(
      "SELECT ensure_months('events', '{2026-02-01}'), ensure_months('touches', '{2026-02-01}')",
    );
    await database.sql.rows(`INSERT INTO touches (outbox_id, at, run_id, customer_id, campaign_id, channel, variant, segment, creative_id, message_id, cost_minor)
      VALUES (1, ${at}, 1, 7, 3, 'email', 'a', 's', 1, 'm1', 0), (2, ${at}, 1, 8, 4, 'email', 'a', 's', 1, 'm2', 0)`);
    await database.sql.rows(`INSERT INTO outcomes (outbox_id, customer_id, campaign_id, kind, at, bot, ref)
      VALUES (1, 7, 3, 'open', ${at}, false, 'o1'), (1, 7, 3, 'open', ${at}, false, 'o2'), (2, 8, 4, 'click', ${at}, true, 'o3')`);
    await database.sql.rows(`INSERT INTO events (key, customer_id, type, name, at, received_at)
      SELECT gen_random_uuid(), 9, 'page', 'Home', ${at}::timestamptz + n * interval '1 hour', ${at} FROM generate_series(1, 3) n`);
    await database.sql.rows("UPDATE customers SET language = CASE WHEN id <= 8 THEN 'en' ELSE 'de' END");
  });

  test.each([
    { rules: [rule("emailConsent", "=", true)], count: 5, because: "the newest word counts" },
    { rules: [rule("emailConsent", "=", false)], count: 5, because: "never asked is no" },
    { rules: [rule("openTicket", "=", true)], count: 2, because: "closed after the instant is still open" },
    { rules: [rule("category", "in", ["Footwear"])], count: 1, because: "bought once is bought" },
    {
      rules: [rule("category", "not-in", ["Footwear", "Jackets"])],
      count: 8,
      because: "bought none of them",
    },
    { rules: [rule("touched", "=", { campaignId: 3, days: 30 })], count: 1, because: "of that campaign" },
    { rules: [rule("touched", "=", { campaignId: 3, days: 5 })], count: 0, because: "in those days" },
    { rules: [rule("touched", "!=", { campaignId: 3, days: 30 })], count: 9, because: "everybody else" },
    { rules: [rule("opens90", ">=", 1)], count: 1, because: "somebody opened" },
    { rules: [rule("opens90", ">=", 2)], count: 0, because: "one email, however often it is opened" },
    { rules: [rule("clicks90", ">=", 1)], count: 0, because: "machines are left out" },
    { rules: [rule("visits90", "=", 1)], count: 1, because: "three pages of one day are one visit" },
  ])("$rules.0.field $rules.0.op: $because", async ({ rules, count }) => {
    expect(await countAudience(database.sql, groups({ rules }), now)).toBe(count);
  });

  test("languages that too few speak are left out", async () => {
    const spoken = (given: unknown, leastShare: number) =>
      spokenIn(database.sql, groups(given), now, leastShare);
    expect(await spoken({}, 0.1)).toEqual({ count: 10, languages: ["de", "en"] });
    expect(await spoken({}, 0.5)).toEqual({ count: 10, languages: ["en"] });
    expect(await spoken({ rules: [rule("country", "in", ["XX"])] }, 0.1)).toEqual({
      count: 0,
      languages: [],
    });
  });

  test("another draw shows others", async () => {
    const vip = groups({ match: "none", rules: [rule("vip", "=", true)] });
    const drawn = (...draws: number[]) =>
      sampleAudience(
        database.sql,
        vip,
        now,
        draws.map((draw) => ({ size: 3, draw })),
      );
    const { count, samples } = await drawn(1, 2, 3, 4);
    expect(count).toBe(9);
    expect(new Set(samples.map(String)).size).toBeGreaterThan(1);
    expect(await drawn(2)).toEqual({ count, samples: [samples[1]] });
    expect(samples.flat()).not.toContain(3);
  });
});
