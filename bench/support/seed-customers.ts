import type { Sql } from "@/server/store/database";

/** A number in [0, 1) from an SQL integer and a salt: the same on every machine. */
const u = (of: string, salt: number) =>
  `((hashint8extended((${of})::int8, ${salt}) & 2147483647) / 2147483648.0)`;
const days = (number: string) => `make_interval(secs => (${number}) * 86400)`;

/** $1: how many customers; $2: now. Rows lie in the order of time, as they would have come in. */
const STATEMENTS = [
  `INSERT INTO customers (id, created_at, country, time_zone, time_zone_source, language, vip, has_email)
   SELECT i, $2::timestamptz - ${days("900 + 100 * r")}, (ARRAY['GB', 'DE', 'FR', 'US', 'IN'])[1 + floor(r * 5)],
     CASE WHEN r < 0.9 THEN (ARRAY['Europe/London', 'Europe/Berlin', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata'])[1 + floor(r * 5)] END,
     'country', CASE WHEN r < 0.9 THEN 'en' ELSE 'de' END, ${u("i", 2)} < 0.02, ${u("i", 3)} < 0.995
   FROM (SELECT i, ${u("i", 1)} AS r FROM generate_series(1, $1::int) i) c`,

  "SELECT setval('customers_id_seq', $1::int) WHERE $2::timestamptz IS NOT NULL",

  `INSERT INTO identities (kind, hash, customer_id)
   SELECT kind, decode(md5(kind || i), 'hex'), i FROM generate_series(1, $1::int) i, unnest(ARRAY['email', 'user']) AS kind
   WHERE $2::timestamptz IS NOT NULL`,

  `INSERT INTO orders (ref, customer_id, at, revenue_minor, cost_minor, currency)
   SELECT 'seed-' || i || '-' || n, i, at, 1500 + floor(9000 * ${u("i * 100 + n", 4)}), 900 + floor(2000 * ${u("i * 100 + n", 5)}), 'GBP'
   FROM (
     SELECT i, n, $2::timestamptz - ${days(`4 + 240 * power(${u("i", 6)}, 1.5) + (n - 1) * (20 + 40 * ${u("i", 7)}) + ${u("i * 100 + n", 8)} * 12`)} AS at
     FROM generate_series(1, $1::int) i, LATERAL generate_series(1, 4 + floor(5 * ${u("i", 9)})::int) n
   ) o ORDER BY at`,

  `SELECT ensure_months('events', ARRAY(SELECT generate_series($2::timestamptz - interval '15 months', $2::timestamptz, interval '1 month')::date)),
     ensure_months('touches', ARRAY(SELECT generate_series($2::timestamptz - interval '4 months', $2::timestamptz, interval '1 month')::date))
   WHERE $1::int IS NOT NULL`,

  `INSERT INTO events (key, customer_id, type, name, at, received_at)
   SELECT md5('event' || i || '-' || n)::uuid, i, CASE WHEN n % 3 = 0 THEN 'track' ELSE 'page' END, 'viewed', at, at
   FROM (
     SELECT i, n, $2::timestamptz - ${days(`0.01 + 240 * power(${u("i * 100 + n", 10)}, 1.3)`)} AS at
     FROM generate_series(1, $1::int) i, LATERAL generate_series(1, 10 + floor(6 * ${u("i", 11)})::int) n
   ) e ORDER BY at`,

  `INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
   SELECT i, 'marketing', 'email', state, at, 'seed', 'seed', 'seed-' || i || state
   FROM (
     SELECT i, 'granted' AS state, $2::timestamptz - interval '800 days' AS at FROM generate_series(1, $1::int) i WHERE ${u("i", 12)} < 0.97
     UNION ALL
     SELECT i, 'withdrawn', $2::timestamptz - interval '20 days' FROM generate_series(1, $1::int) i WHERE ${u("i", 12)} < 0.02
   ) c ORDER BY at`,

  `INSERT INTO suppressions (kind, hash, reason, at, source)
   SELECT 'email', decode(md5('email' || i), 'hex'), 'unsubscribed', $2::timestamptz - interval '30 days', 'seed'
   FROM generate_series(1, $1::int) i WHERE ${u("i", 13)} < 0.01`,

  `INSERT INTO tickets (ref, customer_id, kind, opened_at)
   SELECT 'seed-' || i, i, CASE WHEN ${u("i", 15)} < 0.1 THEN 'legal' ELSE 'complaint' END, $2::timestamptz - interval '5 days'
   FROM generate_series(1, $1::int) i WHERE ${u("i", 14)} < 0.045`,

  // an earlier campaign wrote to a third of them
  `INSERT INTO outbox (run_id, customer_id, campaign_id, channel, creative_id, not_before, state, claimed_at, settled_at, reasons)
   SELECT 1000000 + n, i, 1000000, 'email', 1000000, at, 'sent', at, at, '{}'
   FROM (
     SELECT i, n, $2::timestamptz - ${days(`CASE WHEN ${u("i", 16)} < 0.01 THEN n ELSE 10 + 60 * ${u("i * 10 + n", 17)} END`)} AS at
     FROM generate_series(1, $1::int) i, LATERAL generate_series(1, CASE WHEN ${u("i", 16)} < 0.01 THEN 3 WHEN ${u("i", 16)} < 0.33 THEN 1 ELSE 0 END) n
   ) m ORDER BY at`,

  `INSERT INTO outcomes (outbox_id, customer_id, campaign_id, kind, at, ref)
   SELECT id, customer_id, campaign_id, kind, claimed_at + interval '1 hour', kind || ':' || id
   FROM outbox, unnest(ARRAY['open', 'click']) AS kind
   WHERE campaign_id = 1000000 AND ${u("id", 18)} < CASE kind WHEN 'open' THEN 0.4 ELSE 0.1 END
     AND $1::int IS NOT NULL AND $2::timestamptz IS NOT NULL`,
];

/**
 * Fills an empty, migrated database with customers who bought 4 to 8 times, left 10 to 15 events, mostly agreed to mail,
 * and of whom some are VIPs, complain, are suppressed or were written to lately. The same customers for the same instant.
 */
export async function seedCustomers(sql: Sql, count: number, now: Date): Promise<void> {
  for (const statement of STATEMENTS) await sql.rows(statement, [count, now]);
}
