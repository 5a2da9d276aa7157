import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { fillLinks, LINK_PLACEHOLDERS, messageLinks } from "./message-links";
import { readToken } from "./token";

const sign = (label: string, payload: Uint8Array) =>
  createHash("sha256").update(label).update(payload).digest().subarray(0, 10);
const link = messageLinks("https://kiosk.example", { customerId: 3, outboxId: 5 }, sign);

test("every slot has an address of its own purpose", () => {
  const cases = [
    ["unsubscribe", "/u/", "unsubscribe", 0],
    ["preferences", "/p/", "preferences", 0],
    ["open", "/api/o/", "open", 0],
    ["n1", "/api/c/", "click", 1],
    ["n9", "/api/c/", "click", 9],
  ] as const;
  for (const [slot, path, purpose, n] of cases) {
    const url = link(slot);
    expect(url.startsWith(`https://kiosk.example${path}`)).toBe(true);
    const token = url.slice(url.lastIndexOf("/") + 1);
    expect(readToken(token, purpose, sign)).toEqual({
      ok: true,
      content: { purpose, customerId: 3, outboxId: 5, n },
    });
  }
});

test("placeholders become addresses, everything else stays", () => {
  const text = `a ${LINK_PLACEHOLDERS.n1} b ${LINK_PLACEHOLDERS.unsubscribe}" c https://link.invalid/other`;
  expect(fillLinks(text, (slot) => `[${slot}]`)).toBe('a [n1] b [unsubscribe]" c https://link.invalid/other');
});
