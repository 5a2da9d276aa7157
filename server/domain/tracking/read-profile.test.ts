import { expect, test } from "vitest";
import { refused, taken } from "../intake/reading";
import { readProfile } from "./read-profile";

const phone = (text: string, country: string | null) =>
  country === null && !text.startsWith("+") ? refused("no country") : taken(`${country ?? ""}${text}`);
const read = (traits: unknown, context?: unknown) => readProfile(traits, context, phone);

test.each([
  { because: "nothing", traits: undefined, values: {} },
  { because: "unknown traits are left out", traits: { plan: "pro", birthday: "1980-01-01" }, values: {} },
  {
    because: "names in either spelling",
    traits: { first_name: "Ines", lastName: "Lund" },
    values: { firstName: "Ines", lastName: "Lund" },
  },
  {
    because: "a whole name",
    traits: { name: " Ines Maria  Lund " },
    values: { firstName: "Ines", lastName: "Maria Lund" },
  },
  { because: "one word", traits: { name: "Cher" }, values: { firstName: "Cher", lastName: null } },
  {
    because: "a first name wins over the whole",
    traits: { name: "A B", firstName: "C" },
    values: { firstName: "C" },
  },
  {
    because: "an address",
    traits: { address: { city: "Leeds", postalCode: 12345, country: "uk" } },
    values: { city: "Leeds", postalCode: "12345", country: "GB" },
  },
  {
    because: "a phone by the country beside it",
    traits: { phone: "0123", country: "DE" },
    values: { country: "DE", phone: "DE0123" },
  },
  {
    because: "null takes a value away",
    traits: { email: null, phone: "", vip: null },
    values: { email: null, phone: null, vip: null },
  },
  { because: "a language with its region", traits: { locale: "de_AT" }, values: { language: "de" } },
])("$because", ({ traits, values }) => {
  expect(read(traits)).toEqual({ ok: true, value: values });
});

test("the device's zone and language count where the traits say nothing, and its nonsense is left out", () => {
  const context = { timezone: "Europe/London", locale: "en-GB", ip: "203.0.113.9" };
  expect(read({}, context)).toEqual({ ok: true, value: { timeZone: "Europe/London", language: "en" } });
  expect(read({ language: "fr" }, context)).toMatchObject({ ok: true, value: { language: "fr" } });
  expect(read({}, { timezone: 7, locale: "!!" })).toEqual({ ok: true, value: {} });
  expect(read({}, "context")).toEqual({ ok: true, value: {} });
});

test("what is wrong is named by where it stands", () => {
  expect(read({ phone: "0123" })).toMatchObject({ ok: false, field: "traits.phone" });
  expect(read({ address: { postal_code: "a\nb" } })).toMatchObject({
    ok: false,
    field: "traits.address.postal_code",
  });
  expect(read({ firstName: { a: 1 } })).toMatchObject({ ok: false, field: "traits.firstName" });
  expect(read([])).toMatchObject({ ok: false, field: "traits" });
});
