import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ImportWorld, importWorld } from "./testing/import-world";

// vitest hands the environment on as import.meta.env
const { env } = import.meta as unknown as { env: Record<string, string | undefined> };
const file = path.join(env.EVAL_DATA_DIR ?? "../shared/data", "online-retail/online_retail.csv.gz");
const hasData = existsSync(file);
const name = hasData ? "the Online Retail file" : `the Online Retail file (skipped: no data at ${file})`;

/** UCI Online Retail, cleaned as in the literature: customer given, no cancellation, quantity and price above 0. */
const REFERENCE = { customers: 4338, orders: 18_532, lines: 397_884, revenue: 891_140_790 };

describe.skipIf(!hasData)(name, () => {
  let world: ImportWorld;
  beforeAll(async () => {
    world = await importWorld();
  });
  afterAll(() => world.close());

  const totals = async () => {
    const [row] = await world.sql.rows(
      `SELECT (SELECT count(DISTINCT customer_id)::int FROM orders) AS customers, (SELECT count(*)::int FROM orders) AS orders,
         (SELECT count(*)::int FROM order_lines) AS lines, (SELECT sum(revenue_minor)::bigint FROM orders) AS revenue`,
    );
    return row;
  };

  test("comes in whole, with a reason for every row that does not, and twice is once", {
    timeout: 240_000,
  }, async () => {
    const options = { timeZone: "Europe/London", currency: "GBP" };
    const first = await world.import("orders", { file }, { options });
    expect(first).toMatchObject({ state: "done", rows: 541_909, accepted: 397_884, rejected: 144_025 });
    expect(first.summary.reasons).toEqual({
      "no customer": 132_220,
      "cancellation/return": 10_624,
      "no price": 1181,
    });
    expect(await totals()).toEqual(REFERENCE);

    const second = await world.import("orders", { file }, { options });
    expect(second).toMatchObject({ state: "done", accepted: 397_884 });
    expect(second.summary.counts).toEqual({ customersMade: 0, ordersMade: 0, linesMade: 0 });
    expect(await totals()).toEqual(REFERENCE);
  });

  test("knows where its people are", async () => {
    const places = await world.sql.rows<{ country: string | null; zone: string | null; n: number }>(
      `SELECT country, time_zone AS zone, count(*)::int AS n FROM customers GROUP BY 1, 2 ORDER BY n DESC LIMIT 1`,
    );
    expect(places).toEqual([{ country: "GB", zone: "Europe/London", n: expect.any(Number) }]);
    const [unknown] = await world.sql.rows<{ n: number }>(
      "SELECT count(*)::int AS n FROM customers WHERE country IS NULL",
    );
    // "Unspecified", "European Community" and "Channel Islands" name no country
    expect(unknown?.n).toBeLessThan(20);
  });
});
