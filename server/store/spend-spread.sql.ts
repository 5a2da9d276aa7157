import type { Sample } from "@/server/domain/stats/sample";
import type { Sql } from "./database";
import { CURRENCY } from "./facts.sql";

/** What everybody spent in the last days before an instant, minor units, those who spent nothing included. */
export async function spendOfAll(sql: Sql, now: Date, days: number): Promise<Sample> {
  const [row] = await sql.rows<Sample>(
    `SELECT (SELECT count(*)::int FROM customers
         WHERE merged_into IS NULL AND erased_at IS NULL AND created_at <= $1::timestamptz) AS people,
       coalesce(sum(amount), 0)::float8 AS sum, coalesce(sum(amount * amount), 0)::float8 AS squares
     FROM (
       SELECT sum(revenue_minor)::float8 AS amount FROM orders
       WHERE at <= $1::timestamptz AND at > $1::timestamptz - $2::float8 * interval '1 day' AND currency = ${CURRENCY}
       GROUP BY customer_id
     ) spent`,
    [now, days],
  );
  if (row === undefined) throw new Error("an aggregate gave no row");
  return row;
}
