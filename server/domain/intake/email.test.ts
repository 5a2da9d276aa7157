import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEmail } from "./email";

describe("an address", () => {
  test.each([
    ["ines@example.com", "ines@example.com"],
    ["  Ines.Peeters+news@Example.CO.UK ", "Ines.Peeters+news@example.co.uk"],
    ["o'brien@example.com", "o'brien@example.com"],
    ["x@xn--bcher-kva.example", "x@xn--bcher-kva.example"],
  ])("%s is taken as %s", (text, email) => {
    expect(readEmail(text)).toEqual({ ok: true, value: email });
  });

  test.each([
    ["", "not an email address"],
    ["ines", "not an email address"],
    ["ines@", "not an email address"],
    ["@example.com", "not an email address"],
    ["ines@localhost", "not an email address"],
    ["ines@@example.com", "not an email address"],
    ["a@b@example.com", "not an email address"],
    [".ines@example.com", "not an email address"],
    ["ines..p@example.com", "not an email address"],
    ["ines@-example.com", "not an email address"],
    ["ines@example..com", "not an email address"],
    ["ines@127.0.0.1", "not an email address"],
    [`${"a".repeat(65)}@example.com`, "not an email address"],
    [
      `a@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(63)}.com`,
      "an address longer than 254 characters",
    ],
    ["a@example.com,b@example.com", "more than one address, or a name beside it"],
    ["a@example.com;b@example.com", "more than one address, or a name beside it"],
    ["Ines<ines@example.com>", "more than one address, or a name beside it"],
    ["Ines <ines@example.com>", "an address with spaces, or letters other than a–z"],
    ['"ines peeters"@example.com', "an address with spaces, or letters other than a–z"],
    ['"ines"@example.com', "an address with a quoted part"],
    ["ines@example.com\r\nBcc: all@example.com", "an address with a line break"],
    ["ines@example.com\n", "an address with a line break"],
    // the Kelvin sign, a Cyrillic о, a zero-width space
    ["\u212Aim@example.com", "an address with spaces, or letters other than a–z"],
    ["ines@g\u043Eogle.com", "an address with spaces, or letters other than a–z"],
    ["ines\u200B@example.com", "an address with spaces, or letters other than a–z"],
  ])("%j is refused: %s", (text, reason) => {
    expect(readEmail(text)).toEqual({ ok: false, reason });
  });

  test("what is taken is taken again as it is, fits one line and has one @", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string(), fc.string({ unit: "binary" })), (text) => {
        const read = readEmail(text);
        if (!read.ok) return;
        expect(readEmail(read.value)).toEqual(read);
        expect(read.value).toMatch(/^[\x21-\x7e]+$/);
        expect(read.value.split("@")).toHaveLength(2);
      }),
    );
  });
});
