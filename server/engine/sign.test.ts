import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical-json";
import { isBearerOf, isSignedBy, signature } from "./sign";

const KEY = "signkey-prod-5e5e5e5e";
const BODY = canonicalJson({ b: 1, a: [null, "é"] });
const AT = 1_764_000_000;
// Made by signDataWithKey and hashSigningKey of the inngest SDK 4.24.0.
const SIGNED = "t=1764000000&s=1d2674ef8e4d8544fd8ed80bffb6e7152870e23d18feb815e96d0ab66b9e1880";
const HASHED = "signkey-prod-90129870a35dcbb03194ff5dd98d7b12d45f8ec35fba25ce5b8e54526e6b6eee";

describe("signatures", () => {
  test("are those of the SDK", () => {
    expect(signature(BODY, KEY, AT)).toBe(SIGNED);
  });

  test.each([
    { what: "itself", header: SIGNED, body: BODY, now: AT, expected: true },
    { what: "five minutes of skew", header: SIGNED, body: BODY, now: AT + 300, expected: true },
    { what: "more skew", header: SIGNED, body: BODY, now: AT + 301, expected: false },
    { what: "another body", header: SIGNED, body: `${BODY} `, now: AT, expected: false },
    {
      what: "another time",
      header: SIGNED.replace("t=1764000000", "t=1764000001"),
      body: BODY,
      now: AT,
      expected: false,
    },
    { what: "no signature", header: undefined, body: BODY, now: AT, expected: false },
    { what: "an empty one", header: "t=1764000000&s=", body: BODY, now: AT, expected: false },
    { what: "no time", header: "s=00", body: BODY, now: AT, expected: false },
  ])("$what: $expected", ({ header, body, now, expected }) => {
    expect(isSignedBy(header, body, KEY, now)).toBe(expected);
  });

  test.each([
    { header: `Bearer ${HASHED}`, expected: true },
    { header: HASHED, expected: false },
    { header: `Bearer ${KEY}`, expected: false },
    { header: undefined, expected: false },
  ])("a bearer of $header: $expected", ({ header, expected }) => {
    expect(isBearerOf(header, KEY)).toBe(expected);
  });
});
