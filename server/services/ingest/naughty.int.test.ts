import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { NAUGHTY } from "./testing/naughty-strings";
import { type TrackingWorld, trackingWorld } from "./testing/tracking-world";

let world: TrackingWorld;
beforeAll(async () => {
  world = await trackingWorld(new Date("2026-03-10T12:00:00.000Z"));
});
afterAll(() => world.close());
afterEach(() => world.empty());

type Case = { field: string; body: (text: string) => object; stored: string };

/** Where a text may stand, and where it is found again. */
const CASES: Record<string, Case> = {
  track: {
    field: "an event's name",
    body: (text) => ({ userId: "u", event: text }),
    stored: "SELECT name AS text FROM events",
  },
  page: {
    field: "a property",
    body: (text) => ({ userId: "u", name: "p", properties: { a: { b: [text] } } }),
    stored: "SELECT properties -> 'a' -> 'b' ->> 0 AS text FROM events",
  },
  screen: {
    field: "a property's name",
    body: (text) => ({ userId: "u", name: "p", properties: { [text]: 1 } }),
    stored: "SELECT jsonb_object_keys(properties) AS text FROM events",
  },
};

test.each(Object.entries(CASES))(
  "%s: each text comes back exactly, or the answer names what is wrong",
  async (call, one) => {
    let taken = 0;
    for (const text of NAUGHTY) {
      const { status, body } = await world.send(call, one.body(text));
      const [row] = await world.sql.rows<{ text: string }>(one.stored);
      if (status === 200) {
        expect(row?.text).toBe(text);
        taken++;
      } else {
        expect([status, body.field, body.message]).toEqual([400, expect.any(String), expect.any(String)]);
        expect(row).toBeUndefined();
      }
      await world.empty();
    }
    expect(taken).toBeGreaterThan(NAUGHTY.length / 2);
  },
);

test("as an identifier or a trait, each is the person's exactly, but for white space around it, or the answer says why not", async () => {
  for (const text of NAUGHTY) {
    const { status } = await world.send("identify", {
      userId: text,
      traits: { firstName: text, city: text },
    });
    expect([200, 400]).toContain(status);
    const id = await world.customerOf("user", text.trim());
    if (status === 200)
      expect(await world.person(id ?? 0)).toMatchObject({
        userId: text.trim(),
        firstName: text.trim(),
        city: text.trim(),
      });
    else expect(id).toBeNull();
    await world.empty();
  }
});

test("as a key of the message or an address, none breaks anything", async () => {
  for (const text of NAUGHTY) {
    const sent = [
      await world.send("track", { messageId: text, userId: "u", event: "e" }),
      await world.send("identify", {
        userId: "u",
        traits: { email: `${text}@example.com`, phone: text, country: text },
      }),
      await world.send("alias", { userId: "u", previousId: text }),
      await world.send("track", {
        userId: "u",
        event: "Order Completed",
        properties: { order_id: text, total: text, currency: text },
      }),
      await world.send("track", { userId: "u", event: "e", timestamp: text }),
    ];
    expect(sent.map(({ status }) => status).filter((status) => status !== 200 && status !== 400)).toEqual([]);
  }
});
