import type { Profile, ProfileField } from "@/server/domain/intake/profile";
import { zoneFrom } from "@/server/domain/intake/time-zone";
import type { Person } from "@/server/domain/person";
import type { Bulk } from "./database";
import { countryOfPhone } from "./intake-phone";
import { insertKeys, namesIn, updateNames } from "./person-names.sql";
import type { Vault } from "./vault";

/** What is sealed: the person, and since when each field of the profile is known. */
type Sealed = Person & { asOf?: Partial<Record<ProfileField, number>> };

type Row = {
  id: number;
  country: string | null;
  time_zone: string | null;
  time_zone_source: string | null;
  language: string | null;
  vip: boolean;
  created_ms: number;
  sealed: Uint8Array | null;
  wrapped: Uint8Array | null;
};

/** A customer's profile as it is stored, with the key that seals it; null: nothing was sealed so far. */
export type StoredProfile = {
  customerId: number;
  profile: Profile;
  wrapped: Uint8Array | null;
  createdMs: number;
};

/** Reads the profiles of these customers and holds their rows, in the order of their ids, until the transaction ends. */
export async function lockProfiles(
  { sql }: Bulk,
  vault: Vault,
  ids: readonly number[],
): Promise<Map<number, StoredProfile>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.rows<Row>(
    `SELECT c.id, c.country, c.time_zone, c.time_zone_source, c.language, c.vip,
       date_part('epoch', c.created_at) * 1000 AS created_ms, p.sealed, k.wrapped
     FROM customers c LEFT JOIN people p ON p.customer_id = c.id LEFT JOIN person_keys k ON k.customer_id = c.id
     WHERE c.id = ANY($1::int[]) ORDER BY c.id FOR UPDATE OF c`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, storedOf(row, vault)]));
}

function storedOf(row: Row, vault: Vault): StoredProfile {
  const sealed =
    row.sealed === null || row.wrapped === null ? {} : (vault.open(row.wrapped, row.sealed) as Sealed); // `sealedOf` made it
  const { asOf = {}, ...person } = sealed;
  const profile: Profile = {
    values: {
      ...person,
      ...(row.country === null ? {} : { country: row.country }),
      ...(row.time_zone !== null && row.time_zone_source === "given" ? { timeZone: row.time_zone } : {}),
      ...(row.language === null ? {} : { language: row.language }),
      ...(row.vip || asOf.vip !== undefined ? { vip: row.vip } : {}),
    },
    asOf,
  };
  return { customerId: row.id, profile, wrapped: row.wrapped, createdMs: row.created_ms };
}

/** A profile to write. `seenMs`: when the customer was first seen. */
export type ProfileToWrite = {
  customerId: number;
  profile: Profile;
  wrapped: Uint8Array | null;
  seenMs: number;
};

/** Writes profiles as a whole: the customer's row, the sealed person, the key of a new one, and what their name is found by. */
export async function writeProfiles(
  { sql }: Bulk,
  vault: Vault,
  now: Date,
  profiles: readonly ProfileToWrite[],
): Promise<void> {
  if (profiles.length === 0) return;
  await writeCustomers({ sql }, profiles);
  const keyed = profiles.map((one) => ({ ...one, wrapped: one.wrapped ?? vault.newKey() }));
  const named = keyed.map(({ customerId, wrapped, profile }) => ({
    customerId,
    wrapped,
    names: namesIn(vault, profile.values),
  }));
  await insertKeys(
    sql,
    named.filter((_, i) => profiles[i]?.wrapped === null),
  );
  await updateNames(
    sql,
    named.filter((_, i) => profiles[i]?.wrapped !== null),
  );
  await sql.rows(
    `INSERT INTO people (customer_id, sealed, updated_at)
     SELECT id, sealed, $3 FROM unnest($1::int[], $2::bytea[]) AS q(id, sealed)
     ON CONFLICT (customer_id) DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at`,
    [
      keyed.map(({ customerId }) => customerId),
      keyed.map(({ wrapped, profile }) => vault.seal(wrapped, sealedOf(profile))),
      now,
    ],
  );
}

function sealedOf({ values, asOf }: Profile): Sealed {
  const { country: _country, timeZone: _timeZone, language: _language, vip: _vip, ...person } = values;
  return { ...person, asOf };
}

async function writeCustomers(
  { sql }: Pick<Bulk, "sql">,
  profiles: readonly ProfileToWrite[],
): Promise<void> {
  const zones = profiles.map(({ profile: { values } }) =>
    zoneFrom({
      given: values.timeZone ?? null,
      country: values.country ?? null,
      phoneCountry: values.phone === undefined ? null : countryOfPhone(values.phone),
    }),
  );
  await sql.rows(
    `INSERT INTO customers (id, created_at, country, time_zone, time_zone_source, language, vip, has_email)
     SELECT id, to_timestamp(seen / 1000.0), country, zone, source, language, vip, has_email
     FROM unnest($1::int[], $2::float8[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::boolean[])
       AS q(id, seen, country, zone, source, language, vip, has_email)
     ON CONFLICT (id) DO UPDATE SET created_at = least(customers.created_at, excluded.created_at),
       country = excluded.country, time_zone = excluded.time_zone, time_zone_source = excluded.time_zone_source,
       language = excluded.language, vip = excluded.vip, has_email = excluded.has_email`,
    [
      profiles.map(({ customerId }) => customerId),
      profiles.map(({ seenMs }) => seenMs),
      profiles.map(({ profile }) => profile.values.country ?? null),
      zones.map((zone) => zone?.timeZone ?? null),
      zones.map((zone) => zone?.source ?? null),
      profiles.map(({ profile }) => profile.values.language ?? null),
      profiles.map(({ profile }) => profile.values.vip ?? false),
      profiles.map(({ profile }) => profile.values.email !== undefined),
    ],
  );
}
