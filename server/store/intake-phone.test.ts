import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countryOfPhone, readPhone } from "./intake-phone";

describe("a phone number", () => {
  test.each([
    ["+44 20 7946 0018", null, "+442079460018"],
    ["0044 20 7946 0018", null, "+442079460018"],
    ["020 7946 0018", "GB", "+442079460018"],
    ["(212) 555-0123", "US", "+12125550123"],
    ["0171 1234567", "DE", "+491711234567"],
    ["+33 6 12 34 56 78", "GB", "+33612345678"],
  ])("%s dialled in %s is %s", (text, country, e164) => {
    expect(readPhone(text, country)).toEqual({ ok: true, value: e164 });
  });

  test.each([
    ["020 7946 0018", null, "a phone number without its country"],
    ["", "GB", "not a phone number"],
    ["123", "GB", "not a phone number"],
    ["+999 123 456", null, "not a phone number"],
    ["call me on 020 7946 0018", "GB", "not a phone number"],
    ["+44 20 7946 0018\r\nX", null, "not a phone number"],
    ["1".repeat(60), "GB", "not a phone number"],
  ])("%j dialled in %s is refused: %s", (text, country, reason) => {
    expect(readPhone(text, country)).toEqual({ ok: false, reason });
  });

  test("what is taken is E.164 and read again as it is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ()-]{5,20}$/)), (text) => {
        const read = readPhone(text, "GB");
        expect(read.ok ? readPhone(read.value, null) : read).toEqual(read);
        expect(read.ok ? read.value : "+10000000").toMatch(/^\+[1-9]\d{6,14}$/);
      }),
    );
  });

  test.each([
    ["+442079460018", "GB"],
    ["+12125550123", "US"],
    ["+80012345678", null],
  ])("%s is of %s", (e164, country) => {
    expect(countryOfPhone(e164)).toBe(country);
  });
});
