import { expect, test } from "vitest";
import { seededId, ulid } from "./ids";

// 1469918176385 is the time of the example in https://github.com/ulid/spec.
test("a ULID begins with its time", () => {
  expect(ulid(1_469_918_176_385, new Uint8Array(10))).toBe("01ARYZ6S410000000000000000");
  expect(ulid(1_469_918_176_385, new Uint8Array(10).fill(255))).toBe("01ARYZ6S41ZZZZZZZZZZZZZZZZ");
});

test("a seed gives each event its own id, the same every time", () => {
  const seed = "1764000000000,AAECAwQFBgcICQ==";
  expect(seededId(seed, 0)).toBe(seededId(seed, 0));
  expect(seededId(seed, 0)).not.toBe(seededId(seed, 1));
  expect(seededId(seed, 0)).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});

test.each(["", "1764000000000", ",AAAA", "x,AAAA", "1764000000000,?"])('"%s" is no seed', (seed) => {
  expect(seededId(seed, 0)).toBeNull();
});
