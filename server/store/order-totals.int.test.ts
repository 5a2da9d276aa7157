import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS, daysBetween } from "@/server/domain/time";
import { type Database, openDatabase } from "./database";
import { orderTotals } from "./order-totals.sql";
import { loadFifths } from "./population.sql";
import { freshDatabase, type TestDatabase } from "./testing/test-database";

const PEOPLE = 8;
const NOW_MS = Date.UTC(2026, 2, 1);
let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await freshDatabase();
  database = openDatabase(own.appUrl, 2);
  await database.sql.rows(
    "INSERT INTO customers (id, created_at) SELECT n, '2025-01-01' FROM generate_series(1, $1::int) n",
    [PEOPLE],
  );
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

/** Days from the instant: some lie after it, and some at it exactly. */
const order = fc.record({
  customerId: fc.integer({ min: 1, max: PEOPLE }),
  atMs: fc.integer({ min: -3, max: 2 }).map((days) => NOW_MS + days * DAY_MS),
  minor: fc.nat(100_000),
  currency: fc.constantFrom("USD", "USD", "EUR"),
});
type Order = typeof order extends fc.Arbitrary<infer One> ? One : never;

async function store(orders: readonly Order[]): Promise<void> {
  await database.sql.rows("DELETE FROM orders");
  await database.sql.rows(
    `INSERT INTO orders (ref, customer_id, at, revenue_minor, currency)
     SELECT 'o' || n, customer_id, to_timestamp(at_ms / 1000), minor, currency
     FROM unnest($1::int[], $2::float8[], $3::bigint[], $4::text[]) WITH ORDINALITY AS o(customer_id, at_ms, minor, currency, n)`,
    [
      orders.map(({ customerId }) => customerId),
      orders.map(({ atMs }) => atMs),
      orders.map(({ minor }) => minor),
      orders.map(({ currency }) => currency),
    ],
  );
}

function counted(orders: readonly Order[], nowMs: number) {
  return Array.from({ length: PEOPLE }, (_, i) => {
    const own = orders.filter(({ customerId, atMs }) => customerId === i + 1 && atMs <= nowMs);
    const spent = own.filter(({ currency }) => currency === "USD").reduce((sum, { minor }) => sum + minor, 0);
    const lastMs = own.length === 0 ? null : Math.max(...own.map(({ atMs }) => atMs));
    return { id: i + 1, orders: own.length, spend: spent, lastMs };
  });
}

const INSTANTS = [-4, -1, 0, 1, 3].map((days) => NOW_MS + days * DAY_MS);

test("what each customer bought up to an instant is what a plain count of the orders gives", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(order, { maxLength: 30 }), async (orders) => {
      await store(orders);
      for (const nowMs of INSTANTS) {
        const rows = await database.sql.rows(
          `SELECT customer_id AS id, orders, spend, round(date_part('epoch', last_at) * 1000) AS "lastMs"
           FROM (${orderTotals("$1::timestamptz")}) totals ORDER BY customer_id`,
          [new Date(nowMs)],
        );
        expect(rows).toEqual(counted(orders, nowMs));
      }
    }),
    { numRuns: 30 },
  );
});

test("the fifths are cut where a plain ranking of the buyers is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(order, { maxLength: 30 }), async (orders) => {
      await store(orders);
      for (const nowMs of INSTANTS) {
        const buyers = counted(orders, nowMs).filter((one) => one.orders > 0);
        const lastCuts = cutsOf(buyers.map(({ lastMs }) => lastMs ?? 0));
        expect(await loadFifths(database.sql, new Date(nowMs))).toEqual({
          buyers: buyers.length,
          silenceDaysCuts: lastCuts.reverse().map((lastMs) => daysBetween(lastMs, nowMs)),
          ordersCuts: cutsOf(buyers.map((one) => one.orders)),
          spendMinorCuts: cutsOf(buyers.map(({ spend }) => spend)),
        });
      }
    }),
    { numRuns: 30 },
  );
});

/** The least value that so many fifths of all do not exceed. */
function cutsOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return [1, 2, 3, 4].flatMap((k) => sorted[Math.ceil((sorted.length * k) / 5) - 1] ?? []);
}
