import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type TrackingWorld, trackingWorld } from "./testing/tracking-world";

const now = new Date("2026-03-10T12:00:00.000Z");

let world: TrackingWorld;
beforeAll(async () => {
  world = await trackingWorld(now);
});
afterAll(() => world.close());
afterEach(() => world.empty());

/** A report of order o-1 whose only product costs the total. */
const report = (who: { userId?: string; anonymousId?: string }, seconds: number, total: number) =>
  world.send("track", {
    ...who,
    event: "Order Completed",
    timestamp: new Date(now.getTime() + seconds * 1000),
    properties: { order_id: "o-1", total, products: [{ sku: `S${total}`, price: total }] },
  });

async function order() {
  const [row] = await world.sql.rows<{ customer: number; minor: number; skus: string[] }>(
    `SELECT customer_id AS customer, revenue_minor AS minor,
       ARRAY(SELECT sku FROM order_lines WHERE order_id = o.id ORDER BY sku) AS skus FROM orders o`,
  );
  return row;
}

test("the earliest report says what an order was, whichever comes first", async () => {
  await report({ userId: "u1" }, -1, 20);
  await report({ userId: "u1" }, -5, 10);
  await report({ userId: "u1" }, -3, 30);
  expect(await order()).toEqual({
    customer: await world.customerOf("user", "u1"),
    minor: 1000,
    skus: ["S10"],
  });
});

test.each([["the page first"], ["the server first"]])(
  "the one with a number says whose it is: %s",
  async (first) => {
    const reports = [() => report({ anonymousId: "a1" }, -5, 10), () => report({ userId: "u1" }, -3, 10.5)];
    for (const send of first === "the page first" ? reports : reports.reverse()) await send();
    expect(await order()).toEqual({
      customer: await world.customerOf("user", "u1"),
      minor: 1000,
      skus: ["S10"],
    });
  },
);

test("the order of another customer with a number stays theirs, as it was", async () => {
  await report({ userId: "u1" }, -3, 20);
  await report({ userId: "u2" }, -9, 10);
  expect(await order()).toEqual({
    customer: await world.customerOf("user", "u1"),
    minor: 2000,
    skus: ["S20"],
  });
});

test("an imported order stays as the company told it", async () => {
  await world.sql.rows(
    "INSERT INTO orders (ref, customer_id, at, revenue_minor, currency) VALUES ('o-1', 99, $1, 5000, 'EUR')",
    [now],
  );
  await report({ userId: "u1" }, -9, 10);
  expect(await order()).toEqual({ customer: 99, minor: 5000, skus: [] });
});

test("several reports in one batch are one order", async () => {
  const properties = (total: number) => ({
    order_id: "o-1",
    total,
    products: [{ sku: `S${total}`, price: total }],
  });
  const event = (seconds: number, total: number) => ({
    type: "track",
    userId: "u1",
    event: "Order Completed",
    timestamp: new Date(now.getTime() + seconds * 1000),
    properties: properties(total),
  });
  await world.send("batch", { batch: [event(-1, 20), event(-5, 10), event(-3, 30)] });
  expect(await order()).toMatchObject({ minor: 1000, skus: ["S10"] });
});
