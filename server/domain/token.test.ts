import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readToken, type Sign, TOKEN_PURPOSES, writeToken } from "./token";

const signer =
  (key: string): Sign =>
  (label, payload) =>
    createHmac("sha256", key).update(label).update("\0").update(payload).digest().subarray(0, 10);
const sign = signer("k");
const content = fc.record({
  purpose: fc.constantFrom(...TOKEN_PURPOSES),
  customerId: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  outboxId: fc.integer({ min: 1, max: 2 ** 47 }),
  n: fc.integer({ min: 0, max: 255 }),
});

describe("a token", () => {
  test("reads back as written, for its purpose only", () => {
    fc.assert(
      fc.property(content, (one) => {
        const text = writeToken(one, sign);
        expect(text).toMatch(/^[\w-]+$/);
        for (const purpose of TOKEN_PURPOSES) {
          const reading = readToken(text, purpose, sign);
          if (purpose === one.purpose) expect(reading).toEqual({ ok: true, content: one });
          else expect(reading).toEqual({ ok: false, why: "other-purpose" });
        }
      }),
    );
  });

  test("with any character changed is no token", () => {
    fc.assert(
      fc.property(content, fc.nat(), fc.constantFrom(..."AZaz09-_"), (one, at, letter) => {
        const text = writeToken(one, sign);
        const i = at % text.length;
        fc.pre(text[i] !== letter);
        const changed = text.slice(0, i) + letter + text.slice(i + 1);
        for (const purpose of TOKEN_PURPOSES) expect(readToken(changed, purpose, sign).ok).toBe(false);
      }),
    );
  });

  test("of another key is forged", () => {
    const text = writeToken({ purpose: "click", customerId: 1, outboxId: 2, n: 1 }, signer("other"));
    expect(readToken(text, "click", sign)).toEqual({ ok: false, why: "forged" });
  });

  test.each(["", "a", "../../etc", "=", "a b", "x".repeat(201), "AQ", "%00"])("%j is malformed", (text) => {
    expect(readToken(text, "click", sign)).toEqual({ ok: false, why: "malformed" });
  });

  test("keeps the form that mails in the world carry", () => {
    const text = writeToken({ purpose: "unsubscribe", customerId: 7, outboxId: 9, n: 0 }, sign);
    expect(text).toBe("AQAAAAAABwAAAAAACZl0HQSr_-LSf34");
  });
});
