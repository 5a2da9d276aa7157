import { describe, expect, test } from "vitest";
import { COUNTRY_CODES, readCountry } from "./country";
import { zoneOfCountry } from "./country-zone";
import { readCurrency } from "./currency";
import { readTimeZone, zoneFrom } from "./time-zone";

describe("a country", () => {
  test.each([
    ["GB", "GB"],
    ["gb", "GB"],
    ["United Kingdom", "GB"],
    ["Great Britain", "GB"],
    ["EIRE", "IE"],
    ["USA", "US"],
    ["U.S.A.", "US"],
    ["The Netherlands", "NL"],
    ["RSA", "ZA"],
    ["Czech Republic", "CZ"],
    ["Deutschland", "DE"],
    ["Österreich", "AT"],
    ["Côte d'Ivoire", "CI"],
    ["Bosnia and Herzegovina", "BA"],
    ["Myanmar (Burma)", "MM"],
    ["Channel Islands", null],
    ["European Community", null],
    ["Unspecified", null],
    ["", null],
    ["N/A", null],
  ])("%s is %s", (text, code) => {
    expect(readCountry(text)).toEqual({ ok: true, value: code });
  });

  test.each(["Atlantis", "XX", "ZZ", "__proto__", "constructor", "12"])("%s is refused", (text) => {
    expect(readCountry(text)).toEqual({ ok: false, reason: "not a country" });
  });

  test("is known by its English, German, French and Spanish name", () => {
    for (const language of ["en", "de", "fr", "es"]) {
      const names = new Intl.DisplayNames(language, { type: "region" });
      const unread = [...COUNTRY_CODES].filter((code) => {
        const read = readCountry(names.of(code) ?? "");
        return !read.ok || read.value !== code;
      });
      expect(unread).toEqual([]);
    }
  });

  test("has a zone only where one clock holds for all of it", () => {
    expect(zoneOfCountry("GB")).toBe("Europe/London");
    expect(zoneOfCountry("DE")).toBe("Europe/Berlin");
    for (const wide of ["US", "CA", "AU", "BR", "RU", "ES", "PT", "CN", "ID", "MX"])
      expect(zoneOfCountry(wide)).toBeNull();
    const zones = [...COUNTRY_CODES].map(zoneOfCountry).filter((zone) => zone !== null);
    expect(zones.length).toBeGreaterThan(200);
    expect(zones.filter((zone) => !readTimeZone(zone).ok)).toEqual([]);
  });
});

describe("a time zone", () => {
  test.each([
    { given: "Asia/Tokyo", country: "GB", phoneCountry: "FR", expected: "Asia/Tokyo given" },
    { given: null, country: "GB", phoneCountry: "FR", expected: "Europe/London country" },
    { given: null, country: null, phoneCountry: "FR", expected: "Europe/Paris phone" },
    { given: null, country: "US", phoneCountry: "FR", expected: "unknown" },
    { given: null, country: null, phoneCountry: "US", expected: "unknown" },
    { given: null, country: null, phoneCountry: null, expected: "unknown" },
  ])("$given, $country, phone $phoneCountry: $expected", ({ expected, ...known }) => {
    const zone = zoneFrom(known);
    expect(zone === null ? "unknown" : `${zone.timeZone} ${zone.source}`).toBe(expected);
  });

  test.each(["EST", "+02:00", "GMT+1", "Europe/Nowhere", "", "Mars/Base"])("%j is refused", (text) => {
    expect(readTimeZone(text).ok).toBe(false);
  });
});

test.each([
  ["gbp", "GBP"],
  [" EUR ", "EUR"],
  ["€", "EUR"],
  ["£", "GBP"],
])("the currency %s is %s", (text, code) => {
  expect(readCurrency(text)).toEqual({ ok: true, value: code });
});

test.each(["$", "XXY", "EURO", "", "ABC", "kr"])("the currency %j is refused", (text) => {
  expect(readCurrency(text).ok).toBe(false);
});
