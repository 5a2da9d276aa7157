import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { messageIdOf, outboxIdOf } from "./message-id";

const sign = (label: string, payload: Uint8Array) =>
  createHash("sha256").update(label).update(payload).digest().subarray(0, 10);

test("the same row has the same id at every attempt", () => {
  expect(messageIdOf(12, "mail.example", sign)).toBe(messageIdOf(12, "mail.example", sign));
  expect(messageIdOf(12, "mail.example", sign)).toMatch(/^12\.[0-9a-f]{20}@mail\.example$/);
});

test.each([
  ["as written", (id: string) => id, 12],
  ["in brackets", (id: string) => `<${id}>`, 12],
  ["with another row", (id: string) => id.replace("12.", "13."), null],
  ["with another tag", (id: string) => id.replace(/\.[0-9a-f]/, ".z"), null],
  ["with nothing of ours", () => "<x@y>", null],
])("is read %s", (_, change, expected) => {
  expect(outboxIdOf(change(messageIdOf(12, "mail.example", sign)), sign)).toBe(expected);
});
