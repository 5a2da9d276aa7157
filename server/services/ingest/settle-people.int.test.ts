import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { HOUR_MS } from "@/server/domain/time";
import { type TrackingWorld, trackingWorld } from "./testing/tracking-world";

const now = new Date("2026-03-10T12:00:00.000Z");
const at = (ms: number) => new Date(now.getTime() + ms).toISOString();

let world: TrackingWorld;
beforeAll(async () => {
  world = await trackingWorld(now);
});
afterAll(() => world.close());
afterEach(() => world.empty());

const events = () =>
  world.sql.rows<{ customer: number }>("SELECT customer_id AS customer FROM events ORDER BY at, name");
const rejections = () =>
  world.sql.rows<{ field: string; message_id: string }>(
    "SELECT field, message_id FROM rejected_events ORDER BY id",
  );

describe("who is who", () => {
  const page = (anonymousId: string, ms: number, extra: object = {}) =>
    world.send("page", { anonymousId, timestamp: at(ms), name: "p", ...extra });

  test("a visitor who signs in was that customer all along: events, orders and messages move", async () => {
    await world.send("identify", { userId: "u1", traits: { email: "ines@example.com", lastName: "Lund" } });
    const known = (await world.customerOf("user", "u1")) ?? 0;
    await page("a1", -3 * HOUR_MS);
    await world.send("track", {
      anonymousId: "a1",
      event: "Order Completed",
      timestamp: at(-2 * HOUR_MS),
      properties: { order_id: "o1", total: 5 },
    });
    const visitor = (await world.customerOf("anonymous", "a1")) ?? 0;
    expect(visitor).not.toBe(known);
    await world.send("identify", { anonymousId: "a1", traits: { firstName: "Ines" } });
    await world.sql.rows(
      `INSERT INTO tickets (ref, customer_id, kind, opened_at, sealed)
       SELECT 't1', $1, 'question', now(), $2`,
      [visitor, world.vault.seal(await keyOf(visitor), { subject: "hello" })],
    );
    await world.sql.rows(
      `INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
       VALUES ($1, 'marketing', 'email', 'granted', now(), 'form', 'customer', 'c1')`,
      [visitor],
    );
    await world.send("identify", { userId: "u1", anonymousId: "a1", timestamp: at(-HOUR_MS) });
    expect(await world.customerOf("anonymous", "a1")).toBe(known);
    expect((await events()).every(({ customer }) => customer === known)).toBe(true);
    expect(await world.sql.rows("SELECT customer_id FROM orders")).toEqual([{ customer_id: known }]);
    expect(await world.sql.rows("SELECT merged_into FROM customers WHERE id = $1", [visitor])).toEqual([
      { merged_into: known },
    ]);
    expect(await world.person(known)).toMatchObject({
      email: "ines@example.com",
      firstName: "Ines",
      lastName: "Lund",
    });
    expect(await world.person(visitor)).toBeNull();
    const [ticket] = await world.sql.rows<{ sealed: Buffer }>(
      "SELECT sealed FROM tickets WHERE customer_id = $1",
      [known],
    );
    expect(world.vault.open(await keyOf(known), ticket?.sealed ?? Buffer.alloc(0))).toEqual({
      subject: "hello",
    });
    expect(
      await world.sql.rows("SELECT customer_id, state FROM consents WHERE customer_id = $1", [known]),
    ).toHaveLength(1);
    expect(
      await world.sql.rows(
        "SELECT body::jsonb -> 'data' -> 'after' AS after FROM audit_entries WHERE action = 'customer.merge'",
      ),
    ).toEqual([{ after: { merged: visitor } }]);
  });

  const keyOf = async (customerId: number) => {
    const [row] = await world.sql.rows<{ wrapped: Buffer }>(
      "SELECT wrapped FROM person_keys WHERE customer_id = $1",
      [customerId],
    );
    return row?.wrapped ?? Buffer.alloc(0);
  };

  test("two people who share a device stay two", async () => {
    await page("tablet", -3000, { userId: "u1" });
    await page("tablet", -2000, { userId: "u2" });
    await page("tablet", -1000);
    const one = await world.customerOf("user", "u1");
    const two = await world.customerOf("user", "u2");
    expect(one).not.toBe(two);
    expect((await events()).map(({ customer }) => customer)).toEqual([one, two, one]);
  });

  test("alias makes one of two numbers, whichever call comes first", async () => {
    await page("x", 0, { userId: "old" });
    await page("y", 0, { userId: "new" });
    await world.send("alias", { userId: "new", previousId: "old", timestamp: at(0) });
    expect(await world.customerOf("user", "old")).toBe(await world.customerOf("user", "new"));
    await world.send("alias", { userId: "later", previousId: "earlier", timestamp: at(0) });
    await page("z", 0, { userId: "earlier" });
    expect(await world.customerOf("user", "earlier")).toBe(await world.customerOf("user", "later"));
    expect(new Set((await events()).map(({ customer }) => customer)).size).toBe(2);
  });

  test("an address of another customer is not taken over, and the sender is not told", async () => {
    await world.send("identify", { userId: "u1", traits: { email: "ines@example.com" } });
    const { status, body } = await world.send("identify", {
      messageId: "theft",
      userId: "u2",
      traits: { email: "ines@example.com", firstName: "Mallory" },
    });
    expect([status, body]).toEqual([200, { success: true, duplicates: 0 }]);
    expect(await rejections()).toMatchObject([{ field: "traits.email", message_id: "theft" }]);
    const two = (await world.customerOf("user", "u2")) ?? 0;
    expect(await world.person(two)).toEqual(expect.not.objectContaining({ email: expect.anything() }));
    expect(await world.customerOf("email", "ines@example.com")).toBe(await world.customerOf("user", "u1"));
  });

  test("two processes that meet the same stranger at the same moment make one customer", async () => {
    const trackers = [world.anotherTracker(), world.anotherTracker(), world.anotherTracker()];
    const receive = (i: number) =>
      trackers[i % 3]?.takeBatch(
        {
          batch: Array.from({ length: 10 }, (_, n) => ({
            type: "track",
            messageId: `m${i}-${n}`,
            userId: `s${n}`,
            anonymousId: `d${n}-${i % 2}`,
            event: "e",
            timestamp: at(-n),
          })),
        },
        world.writeKeyId,
        { suspicious: false, large: false },
      );
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => receive(i)));
    expect(answers.every((answer) => answer?.taken && answer.accepted === 10)).toBe(true);
    const [count] = await world.sql.rows(
      "SELECT count(*)::int AS n FROM customers WHERE merged_into IS NULL",
    );
    expect(count).toEqual({ n: 10 });
    expect(
      await world.sql.rows("SELECT count(*)::int AS n, count(DISTINCT customer_id)::int AS c FROM events"),
    ).toEqual([{ n: 120, c: 10 }]);
  });
});
