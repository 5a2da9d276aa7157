import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { campaignBody } from "@/server/domain/campaign";
import { countAudience, freezeAudience, sampleAudience } from "./audience.sql";
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
afterAll(async () => {
  await database.close();
  await own.drop();
});

const audience = (...all: unknown[]) => campaignBody.shape.audience.parse({ all });

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
    expect(await sampleAudience(database.sql, audience(), now, 3)).toHaveLength(3);
  });
});
