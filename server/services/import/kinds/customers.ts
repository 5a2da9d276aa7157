import { plainText } from "@/server/domain/intake/plain-text";
import { type Reading, refused, taken } from "@/server/domain/intake/reading";
import { readTimeZone } from "@/server/domain/intake/time-zone";
import { readYesNo } from "@/server/domain/intake/yes-no";
import type { Person } from "@/server/domain/person";
import { readPhone } from "@/server/store/intake-phone";
import { type PersonRow, upsertPeople } from "@/server/store/people-write";
import { RowReader, WHO_FIELDS } from "./cell-readers";
import { type Cells, importKind, type Reader, type ReadRow } from "./contract";
import { countedPeople } from "./counted-people";

const FIELDS = [
  ...WHO_FIELDS,
  { name: "phone", title: "Phone", aliases: ["phoneNumber", "mobile", "telephone", "tel", "cell"] },
  { name: "firstName", title: "First name", aliases: ["givenName", "forename", "first", "vorname"] },
  { name: "lastName", title: "Last name", aliases: ["surname", "familyName", "last", "nachname"] },
  { name: "city", title: "City", aliases: ["town", "ort", "stadt"] },
  { name: "postalCode", title: "Postal code", aliases: ["zip", "zipCode", "postcode", "plz"] },
  { name: "country", title: "Country", aliases: ["countryCode", "land", "pays"] },
  { name: "timeZone", title: "Time zone", aliases: ["tz", "zone"] },
  { name: "language", title: "Language", aliases: ["locale", "lang"] },
  { name: "vip", title: "VIP", aliases: ["isVip", "keyAccount"] },
  { name: "since", title: "Customer since", aliases: ["createdAt", "created", "signupDate", "registered"] },
] as const;

type CustomerRow = Omit<PersonRow, "seenMs" | "atMs"> & { seenMs: number | null };

function read(cells: Cells, reader: Reader): ReadRow<CustomerRow> {
  const row = new RowReader(cells, reader);
  const userId = row.read("customer", row.id);
  const email = row.read("email", row.email);
  if (userId === null && email === null && row.faults.length === 0) row.fault("customer", "no customer");
  const country = row.read("country", row.country);
  const person: { [Field in keyof Person]-?: Person[Field] | null } = {
    userId,
    email,
    phone: row.read("phone", (text) => readPhone(text, country ?? reader.country)),
    firstName: row.read("firstName", row.text),
    lastName: row.read("lastName", row.text),
    city: row.read("city", row.text),
    postalCode: row.read("postalCode", row.text),
  };
  const rest = {
    country,
    timeZone: row.read("timeZone", readTimeZone),
    language: row.read("language", readLanguage),
    vip: row.read("vip", readYesNo),
  };
  const seenMs = row.read("since", row.instant);
  if (row.faults.length > 0) return { faults: row.faults };
  return { row: { person: given(person), ...given(rest), seenMs } };
}

/** What is not null: an empty cell says nothing, it takes nothing away. */
function given<Values extends object>(values: Values): { [Key in keyof Values]?: NonNullable<Values[Key]> } {
  const kept = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as { [Key in keyof Values]?: NonNullable<Values[Key]> }; // only nulls went
}

/** The language of a locale: `en-GB` is `en`. */
function readLanguage(text: string): Reading<string> {
  const read = plainText(text, 35);
  if (!read.ok) return read;
  const language = read.value.toLowerCase().split(/[-_]/)[0] ?? "";
  return /^[a-z]{2,3}$/.test(language) ? taken(language) : refused("not a language code such as en");
}

/** People with what is known of them. */
export const customers = importKind<CustomerRow>({
  title: "Customers",
  holds: "One person a row: number or address, name, place, time zone.",
  fields: FIELDS,
  read,
  async write({ bulk, vault, now, atMs }, rows) {
    const people = rows.map(({ row: { seenMs, ...row } }) => ({
      ...row,
      atMs,
      seenMs: seenMs ?? now.getTime(),
    }));
    return countedPeople(rows, await upsertPeople(bulk, vault, now, people));
  },
});
