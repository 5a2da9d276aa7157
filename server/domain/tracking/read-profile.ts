import { readCountry } from "../intake/country";
import { readEmail } from "../intake/email";
import { plainText } from "../intake/plain-text";
import type { ProfilePatch } from "../intake/profile";
import { type Reading, refused, taken } from "../intake/reading";
import { readTimeZone } from "../intake/time-zone";
import { type FieldReading, isPlainObject, type PlainObject, wrong } from "./tracked-event";

type Values = ProfilePatch["values"];
type Field = Exclude<keyof Values, "userId">;
type Reader = (raw: unknown) => Reading<string | boolean | null>;

/** Reads a phone number that may lack its country's code; the country is that of the person, where it is known. */
export type PhoneReader = (text: string, country: string | null) => Reading<string>;

const text =
  (read: (given: string) => Reading<string | null>): Reader =>
  (raw) => {
    if (raw === null || raw === "") return taken(null);
    return typeof raw === "string" || typeof raw === "number" ? read(String(raw)) : refused("not a text");
  };
const short = text((given) => plainText(given, 100));
const yesNo: Reader = (raw) =>
  raw === null || typeof raw === "boolean" ? taken(raw) : refused("not true or false");

/** `de`, of `de`, `de-DE` or `de_AT`. */
const language = text((given) => {
  const code = /^([a-z]{2,3})(?:[-_][a-z\d_-]{1,20})?$/i.exec(given.trim())?.[1];
  return code === undefined ? refused("not a language such as de or de-DE") : taken(code.toLowerCase());
});
const timeZone = text(readTimeZone);

/** Where each field may stand in the traits, of which the first that is there counts, and how it is read. */
const FIELDS: readonly { field: Exclude<Field, "phone">; at: readonly string[]; read: Reader }[] = [
  { field: "email", at: ["email"], read: text(readEmail) },
  { field: "firstName", at: ["firstName", "first_name"], read: short },
  { field: "lastName", at: ["lastName", "last_name"], read: short },
  { field: "city", at: ["city", "address.city"], read: short },
  {
    field: "postalCode",
    at: ["postalCode", "postal_code", "address.postalCode", "address.postal_code"],
    read: short,
  },
  { field: "country", at: ["country", "address.country"], read: text(readCountry) },
  { field: "timeZone", at: ["timezone", "timeZone"], read: timeZone },
  { field: "language", at: ["language", "locale"], read: language },
  { field: "vip", at: ["vip"], read: yesNo },
];

/**
 * What the traits of an identify call say of a person. Null takes a value away. Traits that we have no place for are
 * left out: they may be personal. The zone and the language of the device count where the traits say nothing.
 */
export function readProfile(traits: unknown, context: unknown, phone: PhoneReader): FieldReading<Values> {
  if (traits !== undefined && traits !== null && !isPlainObject(traits))
    return wrong("traits", "not an object");
  const given: PlainObject = withNames(traits ?? {});
  const values: Values = ofDevice(context);
  for (const { field, at, read } of FIELDS) {
    const place = at.find((path) => valueAt(given, path) !== undefined);
    if (place === undefined) continue;
    const reading = read(valueAt(given, place));
    if (!reading.ok) return wrong(`traits.${place}`, reading.reason);
    Object.assign(values, { [field]: reading.value });
  }
  const number = own(given, "phone");
  if (number === undefined) return { ok: true, value: values };
  const reading = text((digits) => phone(digits, values.country ?? null))(number);
  if (!reading.ok) return wrong("traits.phone", reading.reason);
  return { ok: true, value: Object.assign(values, { phone: reading.value }) };
}

/** What the device says of itself: nobody wrote it, so what is wrong there is left out. */
function ofDevice(context: unknown): Values {
  if (!isPlainObject(context)) return {};
  const zone = timeZone(context.timezone ?? null);
  const locale = language(context.locale ?? null);
  return {
    ...(zone.ok && typeof zone.value === "string" ? { timeZone: zone.value } : {}),
    ...(locale.ok && typeof locale.value === "string" ? { language: locale.value } : {}),
  };
}

function valueAt(traits: PlainObject, path: string): unknown {
  const [first = "", second] = path.split(".");
  const value = own(traits, first);
  if (second === undefined) return value;
  return isPlainObject(value) ? own(value, second) : undefined;
}

const own = (object: PlainObject, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** `name` is what the specification calls the whole name. Its first word is the first name where none is given. */
function withNames(traits: PlainObject): PlainObject {
  const name = own(traits, "name");
  if (typeof name !== "string" || ["firstName", "first_name"].some((key) => Object.hasOwn(traits, key)))
    return traits;
  const [first = "", ...rest] = name.trim().split(/\s+/);
  return { lastName: rest.length === 0 ? null : rest.join(" "), ...traits, firstName: first };
}
