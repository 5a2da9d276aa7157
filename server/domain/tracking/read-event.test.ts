import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { taken } from "../intake/reading";
import { type Reception, readEvent } from "./read-event";
import type { Call } from "./tracked-event";

const SEED = 20261121;
const now = Date.parse("2026-03-10T12:00:00.000Z");
const reception: Reception = {
  sourceId: 1,
  receivedMs: now,
  sentAtMs: null,
  companyCurrency: "GBP",
  readPhone: (text) => taken(text),
  newId: () => "made-up",
};
const read = (raw: unknown, call: Call | null = null) => readEvent(raw, call, reception);
const track = (extra: object) => read({ type: "track", userId: "u1", event: "e", ...extra });

describe("what an event must have", () => {
  test.each([
    { raw: null, field: "event" },
    { raw: [], field: "event" },
    { raw: "track", field: "event" },
    { raw: {}, field: "type" },
    { raw: { type: "Track", userId: "u" }, field: "type" },
    { raw: { type: "toString", userId: "u" }, field: "type" },
    { raw: { type: "track", event: "e" }, field: "userId" },
    { raw: { type: "track", event: "e", userId: {} }, field: "userId" },
    { raw: { type: "track", event: "e", userId: "  " }, field: "userId" },
    { raw: { type: "track", event: "e", userId: "undefined" }, field: "userId" },
    { raw: { type: "track", event: "e", userId: "[object Object]" }, field: "userId" },
    { raw: { type: "track", event: "e", userId: "x".repeat(201) }, field: "userId" },
    { raw: { type: "track", event: "e", userId: "a\nb" }, field: "userId" },
    { raw: { type: "track", event: "e", anonymousId: true }, field: "anonymousId" },
    { raw: { type: "track", userId: "u" }, field: "event" },
    { raw: { type: "track", userId: "u", event: " " }, field: "event" },
    { raw: { type: "track", userId: "u", event: 7 }, field: "event" },
    { raw: { type: "track", userId: "u", event: "x".repeat(201) }, field: "event" },
    { raw: { type: "track", userId: "u", event: "e", messageId: 7 }, field: "messageId" },
    { raw: { type: "track", userId: "u", event: "e", messageId: "x".repeat(201) }, field: "messageId" },
    { raw: { type: "track", userId: "u", event: "e", properties: [] }, field: "properties" },
    {
      raw: { type: "track", userId: "u", event: "e", properties: { a: [{ b: Number.POSITIVE_INFINITY }] } },
      field: "properties.a.0.b",
    },
    { raw: { type: "identify", userId: "u", traits: "x" }, field: "traits" },
    { raw: { type: "identify", userId: "u", traits: { email: "x" } }, field: "traits.email" },
    { raw: { type: "identify", userId: "u", traits: { email: 'a"@b.example' } }, field: "traits.email" },
    {
      raw: { type: "identify", userId: "u", traits: { email: "a@b.example\r\nBcc: c@d.example" } },
      field: "traits.email",
    },
    {
      raw: { type: "identify", userId: "u", traits: { address: { country: "Atlantis" } } },
      field: "traits.address.country",
    },
    {
      raw: { type: "identify", userId: "u", traits: { timezone: "Mars/Olympus" } },
      field: "traits.timezone",
    },
    { raw: { type: "identify", userId: "u", traits: { vip: "yes" } }, field: "traits.vip" },
    { raw: { type: "group", userId: "u" }, field: "groupId" },
    { raw: { type: "alias", userId: "u" }, field: "previousId" },
    { raw: { type: "alias", previousId: "u" }, field: "userId" },
  ])("$raw: $field", ({ raw, field }) => {
    expect(read(raw)).toMatchObject({ ok: false, field, reason: expect.any(String) });
  });

  test("the address says the type of a single call", () => {
    expect(read({ userId: "u", name: "Home" }, "page")).toMatchObject({
      ok: true,
      value: { type: "page", name: "Home" },
    });
  });

  test("a number is an identifier, and so is what merely looks odd", () => {
    for (const userId of [17_850, "17850", "0017", "a b", "Zoë", "😀", "' OR 1=1 --", "<b>"])
      expect(track({ userId })).toMatchObject({ ok: true, value: { userId: String(userId) } });
  });
});

describe("what is kept", () => {
  test("properties without what names a person", () => {
    const properties = {
      sku: "A",
      Email: "a@b.example",
      first_name: "Ines",
      nested: { phone: "1", ok: true, list: [{ "Street Address": "x", n: 1 }] },
      url: "https://shop.example/?mail=ines%40example.com&q=1",
      note: "write to ines.lund+x@example.co.uk please",
      handle: "@ines",
      share: "100%40",
    };
    expect(track({ properties })).toMatchObject({
      ok: true,
      value: {
        properties: JSON.stringify({
          sku: "A",
          nested: { ok: true, list: [{ n: 1 }] },
          url: "https://shop.example/?mail=[email]&q=1",
          note: "write to [email] please",
          handle: "@ines",
          share: "100%40",
        }),
      },
    });
    expect(properties.Email).toBe("a@b.example");
  });

  test("whatever JSON holds and names nobody comes back exactly", () => {
    const isPlain = (value: unknown): boolean => {
      const text = JSON.stringify(value);
      return !/@|%40|\\u0000|\\ud[89a-f]|"-0"|__proto__|constructor|prototype/i.test(text);
    };
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ maxDepth: 5 })),
        (properties) => {
          fc.pre(isPlain(properties) && Object.keys(properties).every((key) => !PERSONAL.test(key)));
          const plain: unknown = JSON.parse(JSON.stringify(properties));
          const reading = track({ properties: plain });
          expect(reading.ok && JSON.parse(reading.value.properties ?? "null")).toEqual(plain);
        },
      ),
      { seed: SEED },
    );
  });
  const PERSONAL = /^\W*(ip|dob|tel|zip|cvv|cvc|ssn|mail)\W*$/i;

  test(`anything at all gives an event or a reason, and never throws (seed ${SEED})`, () => {
    const field = fc.oneof(fc.anything({ maxDepth: 3 }), fc.string({ unit: "binary" }));
    const anything = fc.record(
      {
        type: fc.constantFrom("identify", "track", "page", "screen", "group", "alias", "nonsense"),
        userId: field,
        anonymousId: field,
        previousId: field,
        groupId: field,
        event: fc.oneof(field, fc.constant("Order Completed")),
        name: field,
        timestamp: fc.oneof(
          field,
          fc.date().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        ),
        properties: field,
        traits: field,
        context: field,
        messageId: field,
      },
      { requiredKeys: ["type"] },
    );
    fc.assert(
      fc.property(anything, (raw) => {
        const reading = read(raw);
        if (!reading.ok) {
          expect(reading.reason).not.toBe("");
          return;
        }
        const { atMs, key, properties } = reading.value;
        expect(key).toMatch(/^[0-9a-f]{32}$/);
        expect(atMs).toBeGreaterThanOrEqual(Date.UTC(2000, 0, 1));
        expect(properties === null || typeof JSON.parse(properties) === "object").toBe(true);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });
});

describe("the key", () => {
  const keyOf = (messageId: string | undefined, sourceId = 1, newId = reception.newId) => {
    const raw = { type: "track", userId: "u", event: "e", messageId };
    const reading = readEvent(raw, null, { ...reception, sourceId, newId });
    return reading.ok ? reading.value.key : null;
  };

  test("is the same for repeats, and another for another source", () => {
    expect(keyOf("m1")).toBe(keyOf("m1"));
    expect(keyOf("m1")).not.toBe(keyOf("m2"));
    expect(keyOf("m1")).not.toBe(keyOf("m1", 2));
  });

  test("of a message without an id is made up", () => {
    expect(keyOf(undefined, 1, () => "a")).not.toBe(keyOf(undefined, 1, () => "b"));
  });
});
