import type { CampaignBody, Comparison } from "@/server/domain/campaign";
import { minorOf } from "@/server/domain/money";
import type { Sql } from "./database";
import { CURRENCY } from "./facts.sql";
import { settingInForce } from "./settings";

type Audience = CampaignBody["audience"];
type Query = { from: string; params: unknown[] };

/** What each field is in SQL, on customers `c` and their orders `o` as of the instant $1. */
const COLUMNS: Record<Comparison["field"], string> = {
  silenceDays: "extract(epoch FROM $1::timestamptz - o.last_at) / 86400",
  customerDays: "extract(epoch FROM $1::timestamptz - o.first_at) / 86400",
  orders: "coalesce(o.orders, 0)",
  orders365: "coalesce(o.orders365, 0)",
  spend: "coalesce(o.spend, 0)",
  spend365: "coalesce(o.spend365, 0)",
  country: "c.country",
  vip: "c.vip",
};

const ORDERS = `LEFT JOIN (
    SELECT customer_id, max(at) AS last_at, min(at) AS first_at, count(*) AS orders,
      sum(revenue_minor) FILTER (WHERE currency = ${CURRENCY}) AS spend,
      count(*) FILTER (WHERE at > $1::timestamptz - interval '365 days') AS orders365,
      sum(revenue_minor) FILTER (WHERE currency = ${CURRENCY} AND at > $1::timestamptz - interval '365 days') AS spend365
    FROM orders WHERE at <= $1::timestamptz GROUP BY customer_id
  ) o ON o.customer_id = c.id`;

const isMoney = (field: Comparison["field"]): boolean => field === "spend" || field === "spend365";
const isOfCustomer = (field: Comparison["field"]): boolean => field === "country" || field === "vip";

/** FROM and WHERE of an audience: everyone whom all comparisons fit. A fact that is unknown fits no comparison. */
async function queryOf(sql: Sql, audience: Audience, now: Date): Promise<Query> {
  const { body: company } = await settingInForce(sql, "company");
  const params: unknown[] = [now];
  const conditions = audience.all.map(({ field, op, value }) => {
    const given = isMoney(field) ? minorOf(Number(value), company.currency) : value;
    params.push(given);
    const type = field === "country" ? "text" : field === "vip" ? "boolean" : "numeric";
    // op comes from a closed list that the campaign's schema parsed
    return `${COLUMNS[field]} ${op === "!=" ? "<>" : op} $${params.length}::${type}`;
  });
  const joins = audience.all.every(({ field }) => isOfCustomer(field)) ? "" : ORDERS;
  const where = [
    "c.merged_into IS NULL",
    "c.erased_at IS NULL",
    "c.created_at <= $1::timestamptz",
    ...conditions,
  ];
  return { from: `customers c ${joins} WHERE ${where.join(" AND ")}`, params };
}

/** How many customers an audience holds at an instant. */
export async function countAudience(sql: Sql, audience: Audience, now: Date): Promise<number> {
  const { from, params } = await queryOf(sql, audience, now);
  const [row] = await sql.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`, params);
  return row?.n ?? 0;
}

/** A few customers of an audience, the same ones each time. */
export async function sampleAudience(
  sql: Sql,
  audience: Audience,
  now: Date,
  size: number,
): Promise<number[]> {
  const { from, params } = await queryOf(sql, audience, now);
  const rows = await sql.rows<{ id: number }>(
    `SELECT c.id FROM ${from} ORDER BY hashint4(c.id) LIMIT $${params.length + 1}`,
    [...params, size],
  );
  return rows.map(({ id }) => id);
}

/** Whether an audience holds this customer at an instant. */
export async function isInAudience(
  sql: Sql,
  audience: Audience,
  now: Date,
  customerId: number,
): Promise<boolean> {
  const { from, params } = await queryOf(sql, audience, now);
  const rows = await sql.rows(`SELECT 1 AS n FROM ${from} AND c.id = $${params.length + 1}::int`, [
    ...params,
    customerId,
  ]);
  return rows.length > 0;
}

/** Writes a run's audience once, in chunks of neighbouring ids. A second call finds it and adds nothing. */
export async function freezeAudience(
  sql: Sql,
  run: { runId: number; audience: Audience; now: Date; chunkSize: number },
): Promise<{ audience: number; chunks: number }> {
  const { from, params } = await queryOf(sql, run.audience, run.now);
  const n = params.length;
  await sql.rows(
    `INSERT INTO run_audience (run_id, chunk, customer_id)
     SELECT $${n + 1}, (row_number() OVER (ORDER BY c.id) - 1) / $${n + 2}::int, c.id FROM ${from}
       AND NOT EXISTS (SELECT 1 FROM run_audience a WHERE a.run_id = $${n + 1})`,
    [...params, run.runId, run.chunkSize],
  );
  const [row] = await sql.rows<{ audience: number; chunks: number }>(
    "SELECT count(*)::int AS audience, coalesce(max(chunk) + 1, 0)::int AS chunks FROM run_audience WHERE run_id = $1",
    [run.runId],
  );
  return row ?? { audience: 0, chunks: 0 };
}
