import type { Sql } from "./database";

/** Rows that a source numbers as they come. */
const MARKED = { orders: "orders", outcomes: "outcomes" } as const;
type Marked = keyof typeof MARKED;

/** The lock that keeps two measurings from passing each other. Released at the end of the transaction. */
export async function lockMeasuring(sql: Sql): Promise<void> {
  await sql.rows("SELECT pg_advisory_xact_lock(7468010)::text");
}

/**
 * The number after which rows count as new, and moves the mark on. Numbers are given before rows are committed, and an
 * import may still add lines to an order, so each pass reads again what the one before it read.
 */
export async function advanceMark(sql: Sql, name: Marked): Promise<number> {
  const [mark] = await sql.rows<{ from_id: number }>(
    `WITH before AS (SELECT before_id FROM measure_marks WHERE name = $1)
     INSERT INTO measure_marks (name, before_id, last_id)
     SELECT $1, 0, coalesce(max(id), 0) FROM ${MARKED[name]}
     ON CONFLICT (name) DO UPDATE SET before_id = measure_marks.last_id, last_id = excluded.last_id
     RETURNING coalesce((SELECT before_id FROM before), 0) AS from_id`,
    [name],
  );
  return mark?.from_id ?? 0;
}

/** When the pass before last began, and remembers this one; 1970 at first. */
export async function advancePass(sql: Sql, now: Date): Promise<Date> {
  const [mark] = await sql.rows<{ from_ms: number }>(
    `WITH before AS (SELECT before_id FROM measure_marks WHERE name = 'passes')
     INSERT INTO measure_marks (name, before_id, last_id) VALUES ('passes', 0, $1)
     ON CONFLICT (name) DO UPDATE SET before_id = measure_marks.last_id, last_id = excluded.last_id
     RETURNING coalesce((SELECT before_id FROM before), 0) AS from_ms`,
    [now.getTime()],
  );
  return new Date(mark?.from_ms ?? 0);
}

/** When the last pass began; null before the first. */
export async function lastPass(sql: Sql): Promise<Date | null> {
  const [mark] = await sql.rows<{ at: number }>(
    "SELECT last_id AS at FROM measure_marks WHERE name = 'passes'",
  );
  return mark === undefined ? null : new Date(mark.at);
}

export type Joined = { attributed: number; released: number; days: string[] };

/**
 * Gives each order in question to its customer's last touch inside the window, and takes it back where none is left.
 *
 * In question are orders since `since` and those numbered above `afterId`. One outcome per order (ref `order:<id>`),
 * so a second pass changes nothing. An order in a foreign currency counts as a conversion worth nothing: it is never
 * added up. `days` are the days, in the company's zone, on which a touch's figures changed.
 */
export async function joinOrders(
  sql: Sql,
  given: { since: Date; afterId: number; windowDays: number; currency: string; timeZone: string },
): Promise<Joined> {
  const [row] = await sql.rows<Joined>(
    `WITH asked AS (
       SELECT id, customer_id, at, CASE WHEN currency = $4 THEN revenue_minor ELSE 0 END AS value
       FROM orders WHERE at >= $1 OR id > $2
     ), won AS (
       SELECT a.*, t.outbox_id, t.campaign_id
       FROM asked a LEFT JOIN LATERAL (
         SELECT outbox_id, campaign_id FROM touches
         WHERE customer_id = a.customer_id AND at <= a.at AND at > a.at - make_interval(secs => $3 * 86400)
         ORDER BY at DESC, outbox_id DESC LIMIT 1
       ) t ON true
     ), stale AS (
       SELECT o.outbox_id, o.customer_id FROM outcomes o JOIN won w ON o.ref = 'order:' || w.id
       WHERE (o.outbox_id, o.value_minor, o.at) IS DISTINCT FROM (w.outbox_id, w.value, w.at)
     ), released AS (
       DELETE FROM outcomes o USING won w WHERE o.ref = 'order:' || w.id AND w.outbox_id IS NULL RETURNING 1
     ), joined AS (
       INSERT INTO outcomes (outbox_id, customer_id, campaign_id, kind, at, order_id, value_minor, ref)
       SELECT outbox_id, customer_id, campaign_id, 'conversion', at, id, value, 'order:' || id
       FROM won WHERE outbox_id IS NOT NULL
       ON CONFLICT (ref) DO UPDATE SET outbox_id = excluded.outbox_id, customer_id = excluded.customer_id,
         campaign_id = excluded.campaign_id, at = excluded.at, value_minor = excluded.value_minor
       WHERE (outcomes.outbox_id, outcomes.value_minor, outcomes.at)
         IS DISTINCT FROM (excluded.outbox_id, excluded.value_minor, excluded.at)
       RETURNING outbox_id, customer_id
     )
     SELECT (SELECT count(*)::int FROM joined) AS attributed, (SELECT count(*)::int FROM released) AS released,
       ARRAY(
         SELECT DISTINCT to_char(t.at AT TIME ZONE $5, 'YYYY-MM-DD')
         FROM (SELECT * FROM stale UNION SELECT * FROM joined) changed
         JOIN touches t USING (customer_id, outbox_id) ORDER BY 1
       ) AS days`,
    [given.since, given.afterId, given.windowDays, given.currency, given.timeZone],
  );
  return row ?? { attributed: 0, released: 0, days: [] };
}

/** Days, in the company's zone, with touches since `since` or with outcomes numbered above `afterId`. */
export async function daysWithNews(
  sql: Sql,
  given: { since: Date; afterId: number; timeZone: string },
): Promise<string[]> {
  const rows = await sql.rows<{ day: string }>(
    `SELECT DISTINCT to_char(at AT TIME ZONE $3, 'YYYY-MM-DD') AS day FROM (
       SELECT at FROM touches WHERE at >= $1
       UNION ALL
       SELECT t.at FROM outcomes o JOIN touches t USING (customer_id, outbox_id) WHERE o.id > $2
     ) news ORDER BY day`,
    [given.since, given.afterId, given.timeZone],
  );
  return rows.map(({ day }) => day);
}
