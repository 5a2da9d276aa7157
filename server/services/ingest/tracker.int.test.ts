import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "@/server/domain/time";
import { type Answer, type TrackingWorld, trackingWorld } from "./testing/tracking-world";

const now = new Date("2026-03-10T12:00:00.000Z");
const at = (ms: number) => new Date(now.getTime() + ms).toISOString();

let world: TrackingWorld;
beforeAll(async () => {
  world = await trackingWorld(now);
});
afterAll(() => world.close());
afterEach(() => world.empty());

const events = () =>
  world.sql.rows<{ type: string; name: string; at: Date; customer: number; properties: unknown }>(
    "SELECT type, name, at, customer_id AS customer, properties FROM events ORDER BY at, name",
  );
const rejections = () =>
  world.sql.rows<{ field: string; reason: string; message_id: string | null; write_key_id: number }>(
    "SELECT type, field, reason, message_id, write_key_id FROM rejected_events ORDER BY id",
  );

describe("what a call leaves behind", () => {
  test("a track call becomes an event of a customer who is found by their number", async () => {
    const { status, body } = await world.send("track", {
      messageId: "m1",
      userId: "u1",
      event: "Product Viewed",
      timestamp: at(-HOUR_MS),
      properties: { sku: "A-1", price: 12.5, tags: ["x", null] },
    });
    expect([status, body]).toEqual([200, { success: true, duplicates: 0 }]);
    const customer = await world.customerOf("user", "u1");
    expect(await events()).toEqual([
      {
        type: "track",
        name: "Product Viewed",
        at: new Date(at(-HOUR_MS)),
        customer,
        properties: { sku: "A-1", price: 12.5, tags: ["x", null] },
      },
    ]);
    expect(await world.person(customer ?? 0)).toMatchObject({ userId: "u1" });
  });

  test("page, screen, group and alias are events too; names stand where the specification has them", async () => {
    const who = { anonymousId: "a1", timestamp: at(0) };
    await world.send("page", { ...who, name: "Home", properties: { url: "https://shop.example/?q=1" } });
    await world.send("screen", { ...who, category: "Start" });
    await world.send("group", { ...who, groupId: "g7", traits: { plan: "pro", email: "a@b.example" } });
    await world.send("alias", { userId: "u1", previousId: "a1", timestamp: at(0) });
    expect((await events()).map(({ type, name, properties }) => [type, name, properties])).toEqual([
      ["alias", "", null],
      ["page", "Home", { url: "https://shop.example/?q=1" }],
      ["screen", "Start", null],
      ["group", "g7", { plan: "pro" }],
    ]);
  });

  test("identify makes a person; nothing personal is outside the sealed blob", async () => {
    await world.send("identify", {
      messageId: "m1",
      userId: "u1",
      anonymousId: "a1",
      traits: {
        email: "Ines.Lund@Example.com",
        name: "Ines Lund",
        phone: "+44 20 7946 0018",
        address: { city: "Leeds", postalCode: "LS1 1AA", country: "United Kingdom" },
        vip: true,
        plan: "pro",
      },
      context: { timezone: "Europe/London", locale: "en-GB", ip: "203.0.113.9" },
    });
    const id = (await world.customerOf("user", "u1")) ?? 0;
    expect(await world.person(id)).toMatchObject({
      userId: "u1",
      email: "Ines.Lund@example.com",
      firstName: "Ines",
      lastName: "Lund",
      phone: "+442079460018",
      city: "Leeds",
      postalCode: "LS1 1AA",
    });
    expect(
      await world.sql.rows(
        "SELECT country, time_zone, time_zone_source, language, vip, has_email FROM customers",
      ),
    ).toEqual([
      {
        country: "GB",
        time_zone: "Europe/London",
        time_zone_source: "given",
        language: "en",
        vip: true,
        has_email: true,
      },
    ]);
    expect(await world.customerOf("email", "ines.lund@example.com")).toBe(id);
    expect(await world.customerOf("anonymous", "a1")).toBe(id);
    expect((await events()).map(({ type, properties }) => [type, properties])).toEqual([["identify", null]]);
  });

  test("a completed order is an order with its lines, not an event", async () => {
    const { status } = await world.send("track", {
      messageId: "m1",
      userId: "u1",
      event: "Order Completed",
      timestamp: at(-DAY_MS),
      properties: {
        order_id: "o-77",
        total: "27.50",
        discount: 2.5,
        currency: "eur",
        coupon: "SPRING",
        products: [
          { sku: "A", price: 10, quantity: 2 },
          { product_id: "B", price: "5.005" },
          { sku: "A", price: 10, quantity: 2 },
        ],
      },
    });
    expect(status).toBe(200);
    expect(await events()).toEqual([]);
    expect(
      await world.sql.rows("SELECT ref, at, revenue_minor, discount_minor, currency, offer_code FROM orders"),
    ).toEqual([
      {
        ref: "o-77",
        at: new Date(at(-DAY_MS)),
        revenue_minor: 2750,
        discount_minor: 250,
        currency: "EUR",
        offer_code: "SPRING",
      },
    ]);
    expect(
      await world.sql.rows(
        "SELECT sku, price_minor, quantity, occurrence, total_minor FROM order_lines ORDER BY sku, occurrence",
      ),
    ).toEqual([
      { sku: "A", price_minor: 1000, quantity: 2, occurrence: 0, total_minor: 2000 },
      { sku: "A", price_minor: 1000, quantity: 2, occurrence: 1, total_minor: 2000 },
      { sku: "B", price_minor: 501, quantity: 1, occurrence: 0, total_minor: 501 },
    ]);
  });
});

describe("the sender's clock", () => {
  test.each([
    { because: "five seconds of waiting", timestamp: -5000, sentAt: 0, stored: -5000 },
    { because: "an hour slow", timestamp: -HOUR_MS - 5000, sentAt: -HOUR_MS, stored: -5000 },
    { because: "three hours fast", timestamp: 3 * HOUR_MS - 5000, sentAt: 3 * HOUR_MS, stored: -5000 },
    {
      because: "a body that waited for two days",
      timestamp: -2 * DAY_MS - 5000,
      sentAt: -2 * DAY_MS,
      stored: -2 * DAY_MS - 5000,
    },
    { because: "no word of it", timestamp: -5000, sentAt: null, stored: -5000 },
  ])("$because", async ({ timestamp, sentAt, stored }) => {
    await world.send("track", {
      userId: "u1",
      event: "e",
      timestamp: at(timestamp),
      ...(sentAt === null ? {} : { sentAt: at(sentAt) }),
    });
    expect((await events()).map((event) => event.at)).toEqual([new Date(at(stored))]);
  });

  test.each([
    { timestamp: "1970-01-01T00:00:00.000Z", reason: /2000/ },
    { timestamp: "2099-01-01T00:00:00.000Z", reason: /ahead/ },
    { timestamp: "NaN", reason: /ISO 8601/ },
    { timestamp: 1_700_000_000, reason: /ISO 8601/ },
    { timestamp: "2026-02-30T00:00:00Z", reason: /no such date/ },
    { timestamp: "", reason: /ISO 8601/ },
  ])("$timestamp is quarantined with the reason, never now", async ({ timestamp, reason }) => {
    const { status, body } = await world.send("track", { userId: "u1", event: "e", timestamp });
    expect([status, body.field]).toEqual([400, "timestamp"]);
    expect(await events()).toEqual([]);
    expect(await rejections()).toEqual([
      {
        type: "track",
        field: "timestamp",
        reason: expect.stringMatching(reason),
        message_id: null,
        write_key_id: world.writeKeyId,
      },
    ]);
  });
});

/** A batch as it would be written by hand: JSON.stringify gives up on what is nested this deep. */
const poison = [
  '{"type":"track","messageId":"p1","userId":"u","event":"x","properties":{"a":"\\u0000"}}',
  '{"type":"track","messageId":"p2","userId":"u","event":"x","properties":{"a":"\\ud800"}}',
  `{"type":"track","messageId":"p3","userId":"u","event":"x","properties":{"deep":${"[".repeat(9000)}${"]".repeat(9000)}}}`,
  `{"type":"track","messageId":"p4","userId":"u","event":"x","context":{"deep":${'{"a":'.repeat(9000)}1${"}".repeat(9000)}}}`,
  '{"type":"track","messageId":"p5","userId":"u","event":"x","properties":{"__proto__":{"polluted":true}}}',
  '{"type":"track","messageId":"p6","userId":"u","event":"x","constructor":{"prototype":{"polluted":true}}}',
  '{"type":"track","messageId":"p7","userId":"null","event":"x"}',
  '{"type":"nonsense","messageId":"p8","userId":"u"}',
  '{"type":"track","messageId":"p9","event":"x"}',
  `{"type":"track","messageId":"p10","userId":"u","event":"x","properties":{"big":"${"x".repeat(40_000)}"}}`,
  '{"type":"track","messageId":"p11","userId":"u","event":"x","properties":{"n":1e999}}',
  '{"type":"identify","messageId":"p12","userId":"u","traits":{"email":"a@b.example, c@d.example"}}',
  '{"type":"track","messageId":"p13","userId":"u","event":"Order Completed","properties":{"order_id":"1"}}',
  "null",
];

test("a batch that cannot be read as a whole is kept among the rejections", async () => {
  expect((await world.send("batch", { batch: "no list" })).status).toBe(400);
  expect(await rejections()).toMatchObject([{ type: null, field: "batch", write_key_id: world.writeKeyId }]);
});

test("poison harms only itself", async () => {
  const good = (n: number) => `{"type":"track","messageId":"g${n}","userId":"u${n}","event":"ok"}`;
  const response = await world.post("batch", `{"batch":[${[good(1), ...poison, good(2)].join()}]}`);
  const body = (await response.json()) as Answer;
  expect([response.status, body.accepted, body.rejected]).toEqual([200, 2, poison.length]);
  expect(body.rejections?.map(({ index, field }) => [index, field])).toEqual([
    [1, "properties.a"],
    [2, "properties.a"],
    [3, expect.stringMatching(/^properties\.deep/)],
    [4, expect.stringMatching(/^context\.deep/)],
    [5, "properties"],
    [6, "event"],
    [7, "userId"],
    [8, "type"],
    [9, "userId"],
    [10, "event"],
    [11, "properties.n"],
    [12, "traits.email"],
    [13, "properties.total"],
    [14, "event"],
  ]);
  expect((await events()).map(({ name }) => name)).toEqual(["ok", "ok"]);
  expect(await rejections()).toHaveLength(poison.length);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test("what the database will not take is found by halving and kept apart", async () => {
  const client = new pg.Client({ connectionString: world.ownerUrl });
  await client.connect();
  await client.query("ALTER TABLE events ADD CONSTRAINT no_bombs CHECK (name <> 'bomb')");
  try {
    const batch = Array.from({ length: 20 }, (_, i) => ({
      type: "track",
      messageId: `m${i}`,
      userId: `u${i % 3}`,
      event: i === 13 ? "bomb" : "fine",
      timestamp: at(-i),
    }));
    const { status, body } = await world.send("batch", { batch });
    expect([status, body.accepted, body.rejected, body.rejections?.[0]?.messageId]).toEqual([
      200,
      19,
      1,
      "m13",
    ]);
    expect(await events()).toHaveLength(19);
    expect(await rejections()).toMatchObject([{ message_id: "m13", field: "event" }]);
  } finally {
    await client.query("ALTER TABLE events DROP CONSTRAINT no_bombs");
    await client.end();
  }
});
