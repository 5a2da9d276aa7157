import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const now = new Date("2026-03-10T12:00:00.000Z");

let world: ConsoleWorld;
let marketer: Awaited<ReturnType<ConsoleWorld["person"]>>;
beforeAll(async () => {
  world = await consoleWorld(now);
  marketer = await world.person("marketer");
});
afterAll(() => world.close());

test("products are searched, narrowed and sorted", async () => {
  await world.sql.rows(
    `INSERT INTO products (sku, name, category, price_minor, currency, updated_at)
     VALUES ('A-1', 'Blue lamp', 'lamps', 500, 'USD', $1), ('A-2', '50% bag', 'bags', 300, 'USD', $1), ('B-1', 'Clock', NULL, NULL, 'USD', $1)`,
    [now],
  );
  const names = async (ask: Parameters<typeof marketer.api.product.list>[0]) =>
    (await marketer.api.product.list(ask)).rows.map(({ name }) => name);
  expect(await names({})).toEqual(["50% bag", "Blue lamp", "Clock"]);
  expect(await names({ search: "%" })).toEqual(["50% bag"]);
  expect(await names({ search: "a-" })).toEqual(["50% bag", "Blue lamp"]);
  expect(await names({ category: "lamps" })).toEqual(["Blue lamp"]);
  expect(await names({ sort: "price", descending: true })).toEqual(["Blue lamp", "50% bag", "Clock"]);
  expect(await marketer.api.product.list({ pageSize: 1, page: 2 })).toMatchObject({
    total: 3,
    categories: ["bags", "lamps"],
  });
});
