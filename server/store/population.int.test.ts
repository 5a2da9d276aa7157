import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "./database";
import { loadPopulation } from "./population.sql";
import { freshDatabase, type TestDatabase } from "./testing/test-database";

const now = new Date("2026-03-01T00:00:00Z");
let own: TestDatabase;
let database: Database;

const order = async (
  ref: string,
  revenue: number,
  cost: number | null,
  lines: [sku: string, n: number][],
) => {
  const [row] = await database.sql.rows<{ id: string }>(
    `INSERT INTO orders (ref, customer_id, at, revenue_minor, cost_minor, currency)
     VALUES ($1, 1, '2026-02-01', $2, $3, 'USD') RETURNING id`,
    [ref, revenue, cost],
  );
  for (const [sku, n] of lines)
    await database.sql.rows(
      `INSERT INTO order_lines (order_id, sku, price_minor, occurrence, quantity, total_minor)
       VALUES ($1, $2, 1000, 1, $3, 1000 * $3)`,
      [row?.id, sku, n],
    );
};
const margin = async () => (await loadPopulation(database.sql, now)).margin;

beforeAll(async () => {
  own = await freshDatabase();
  database = openDatabase(own.appUrl, 2);
  await database.sql.rows("INSERT INTO customers (id, created_at) VALUES (1, '2025-01-01')");
  await order("by its lines", 4000, null, [
    ["mug", 3],
    ["bowl", 1],
  ]);
  await order("half costed", 2000, null, [
    ["mug", 1],
    ["card", 1],
  ]);
  await order("without lines", 5000, null, []);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

test("the margin is unknown while neither orders nor products carry a cost", async () => {
  expect(await margin()).toBeNull();
});

test("orders without a cost of their own are costed by their lines, wholly or not at all", async () => {
  await database.sql.rows(
    `INSERT INTO products (sku, name, cost_minor, currency, updated_at) VALUES
       ('mug', 'Mug', 200, 'USD', $1), ('bowl', 'Bowl', 600, 'USD', $1), ('card', 'Card', 50, 'EUR', $1)`,
    [now],
  );
  // 3 mugs and a bowl cost 12.00 of 40.00; a card's cost is in another currency
  expect(await margin()).toBeCloseTo(0.7, 10);
});

test("an order's own cost stands before its products'", async () => {
  await order("by itself", 1000, 800, [["mug", 1]]);
  expect(await margin()).toBeCloseTo(1 - (1200 + 800) / (4000 + 1000), 10);
});
