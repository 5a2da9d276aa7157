import { zoneOfCountry } from "@/server/domain/intake/country-zone";
import type { Sql } from "./database";

type Seen = { customerId: number; country: string | null; seenMs: number };

/** What an order tells of a customer: a country where none is known, its zone, and that they were there by then. */
export async function fillPlaces(sql: Sql, rows: readonly Seen[]): Promise<void> {
  const byCustomer = new Map<number, Seen>();
  for (const row of rows) {
    const known = byCustomer.get(row.customerId);
    byCustomer.set(row.customerId, {
      customerId: row.customerId,
      country: known?.country ?? row.country,
      seenMs: Math.min(known?.seenMs ?? row.seenMs, row.seenMs),
    });
  }
  const seen = [...byCustomer.values()].sort((a, b) => a.customerId - b.customerId);
  await sql.rows(
    `WITH q AS (
       SELECT id, country, zone, to_timestamp(seen / 1000.0) AS seen
       FROM unnest($1::int[], $2::text[], $3::text[], $4::float8[]) AS q(id, country, zone, seen)
     ), held AS (
       SELECT c.id FROM customers c JOIN q USING (id)
       WHERE c.created_at > q.seen OR (c.country IS NULL AND q.country IS NOT NULL)
       ORDER BY c.id FOR UPDATE OF c
     )
     UPDATE customers c SET created_at = least(c.created_at, q.seen), country = coalesce(c.country, q.country),
       time_zone = CASE WHEN c.country IS NULL THEN coalesce(c.time_zone, q.zone) ELSE c.time_zone END,
       time_zone_source = CASE WHEN c.country IS NULL AND c.time_zone IS NULL AND q.zone IS NOT NULL THEN 'country'
         ELSE c.time_zone_source END
     FROM q JOIN held USING (id) WHERE c.id = q.id`,
    [
      seen.map(({ customerId }) => customerId),
      seen.map(({ country }) => country),
      seen.map(({ country }) => zoneOfCountry(country)),
      seen.map(({ seenMs }) => seenMs),
    ],
  );
}
