import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDecimal, readMinor, readWhole, timesInMinor } from "./decimal";

describe("an amount in minor units", () => {
  test.each([
    ["12.5", "GBP", 1250],
    ["12,50", "GBP", 1250],
    ["0,195", "GBP", 20],
    ["1,234", "GBP", 123_400],
    ["1,234.56", "GBP", 123_456],
    ["1.234,56", "EUR", 123_456],
    ["1 234,56", "EUR", 123_456],
    ["1'234.56", "CHF", 123_456],
    ["£ 9.99", "GBP", 999],
    ["9.99 €", "EUR", 999],
    ["-5", "USD", -500],
    ["(5.00)", "USD", -500],
    ["-$5.00", "USD", -500],
    [".5", "USD", 50],
    ["500", "JPY", 500],
    ["500.5", "JPY", 501],
    ["1.2345", "KWD", 1235],
    ["1.005", "USD", 101],
    ["-1.005", "USD", -101],
    ["0.004", "USD", 0],
  ])("%s %s is %i", (text, currency, minor) => {
    expect(readMinor(text, currency)).toEqual({ ok: true, value: minor });
  });

  test.each([
    ["1.234", 123_400],
    ["1,234", 123],
    ["1.234,5", 123_450],
    ["0.195", 20],
  ])("%s with a decimal comma is %i", (text, minor) => {
    expect(readMinor(text, "EUR", ",")).toEqual({ ok: true, value: minor });
  });

  test.each([
    ["", "not a number"],
    ["free", "not a number"],
    ["1.2.3", "not a number"],
    ["12,34,56", "not a number"],
    ["1e3", "not a number"],
    ["0x10", "not a number"],
    ["NaN", "not a number"],
    ["Infinity", "not a number"],
    ["--5", "not a number"],
    ["１２", "not a number"],
    ["1".repeat(19), "a number with more than 18 digits"],
    ["99999999999999", "an amount beyond any order"],
  ])("%j is refused: %s", (text, reason) => {
    expect(readMinor(text, "GBP")).toEqual({ ok: false, reason });
  });

  test("a line is rounded once, half up: 3 × 0.125 is 38, not 39", () => {
    const price = readDecimal("0.125");
    expect(price.ok && timesInMinor(price.value, 3, "GBP")).toEqual({ ok: true, value: 38 });
    const half = readDecimal("0.195");
    expect(half.ok && timesInMinor(half.value, 1, "GBP")).toEqual({ ok: true, value: 20 });
  });

  test("agrees with exact arithmetic for every price and quantity", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 99_999 }),
        (units, scale, quantity) => {
          const digits = String(units).padStart(scale + 1, "0");
          const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
          const read = readDecimal(text);
          const total = BigInt(units) * BigInt(quantity) * 100n;
          const unit = 10n ** BigInt(scale);
          const expected = Number((total + unit / 2n) / unit);
          const got = read.ok ? timesInMinor(read.value, quantity, "EUR") : read;
          expect(got).toEqual(
            expected > 1_000_000_000_000
              ? { ok: false, reason: "an amount beyond any order" }
              : { ok: true, value: expected },
          );
        },
      ),
    );
  });
});

describe("a whole number", () => {
  test.each([
    ["12", 12],
    ["12.0", 12],
    ["1,200", 1200],
    ["-3", -3],
    ["0", 0],
  ])("%s is %i", (text, value) => {
    expect(readWhole(text)).toEqual({ ok: true, value });
  });

  test.each([
    ["1.5", "not a whole number"],
    ["many", "not a number"],
    ["99999999999", "a number that is too large"],
  ])("%s is refused: %s", (text, reason) => {
    expect(readWhole(text)).toEqual({ ok: false, reason });
  });
});
