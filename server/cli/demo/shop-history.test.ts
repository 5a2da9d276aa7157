import { expect, test } from "vitest";
import { DAY_MS } from "@/server/domain/time";
import { CATALOGUE } from "./catalogue";
import { type Arrived, reactionsTo } from "./readers";
import { makeUpShop } from "./shop-history";

const today = new Date("2026-11-28T12:00:00Z");
const shop = makeUpShop(today);

test("the same day makes the same shop", () => {
  const again = makeUpShop(today);
  expect(again.orders.slice(0, 500)).toEqual(shop.orders.slice(0, 500));
  expect(again.events.length).toBe(shop.events.length);
  expect(again.consents.at(-1)).toEqual(shop.consents.at(-1));
});

test("it has some five thousand customers and three hundred products, each under one number", () => {
  expect(shop.people.length).toBeGreaterThan(4500);
  expect(new Set(shop.people.map(({ userId }) => userId)).size).toBe(shop.people.length);
  expect(new Set(CATALOGUE.map(({ sku }) => sku)).size).toBe(300);
  for (const { price, cost } of CATALOGUE) expect(1 - cost / price).toBeGreaterThan(0.4);
});

test("fourteen months of orders, oldest first, none of them to come", () => {
  const times = shop.orders.map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBeGreaterThanOrEqual(today.getTime() - 425 * DAY_MS);
  expect(times.at(-1)).toBeLessThan(today.getTime());
});

test("nobody speaks of marketing before their first order, or takes back what they never gave", () => {
  const given = new Set<string>();
  for (const { userId, state, at } of shop.consents) {
    expect(at.getTime()).toBeGreaterThanOrEqual(shop.since.get(userId)?.getTime() ?? Infinity);
    if (state === "granted") given.add(userId);
    else expect(given.has(userId)).toBe(true);
  }
});

test("December is busier than February", () => {
  const ordersIn = (month: number) => shop.orders.filter(({ at }) => at.getUTCMonth() === month).length;
  expect(ordersIn(11)).toBeGreaterThan(ordersIn(1));
});

test("a mail makes its share of readers order, and the same reader does the same twice", () => {
  const temper = { opens: 0.27, clicks: 0.2, orders: 0.3, leaves: 0.012, complains: 0 };
  const mail = (i: number): Arrived => {
    const about = {
      outboxId: i,
      customerId: i,
      campaignId: 1,
      variant: i % 2 === 0 ? "a" : "b",
      offer: null,
    };
    return { ...about, to: `reader.${i}@example.com` };
  };
  const reactions = Array.from({ length: 40_000 }, (_, i) => reactionsTo(mail(i), today, temper)).flat();
  expect(reactionsTo(mail(7), today, temper)).toEqual(reactionsTo(mail(7), today, temper));
  const orders = reactions.filter(({ kind }) => kind === "order").length;
  const expected = 40_000 * temper.opens * temper.clicks * 1.125 * temper.orders; // b draws a quarter more clicks
  expect(Math.abs(orders - expected)).toBeLessThan(4 * Math.sqrt(expected));
});
