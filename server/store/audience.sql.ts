import type { Audience, Comparison } from "@/server/domain/audience";
import {
  AUDIENCE_FIELDS,
  type AudienceField,
  type ComparisonValue,
  isTouch,
  isWords,
  type Match,
  rangeOf,
} from "@/server/domain/audience-fields";
import { minorOf } from "@/server/domain/money";
import { defaultCompany } from "@/server/domain/settings/company";
import type { Sql } from "./database";
import { CURRENCY } from "./facts.sql";
import { orderTotals } from "./order-totals.sql";
import { settingInForce } from "./settings";

type Query = { from: string; params: unknown[] };
/** A table of one row a customer, joined where a rule asks for it. */
type Table = "totals" | "orders" | "visits" | "reactions";

const NOW = "$1::timestamptz";
const lastDays = (days: number, column = "at") =>
  `${column} > ${NOW} - interval '${days} days' AND ${column} <= ${NOW}`;

/**
 * The same counts as in facts.sql, of everybody at once. Amounts in another currency are not the company's. The orders
 * answer whatever the totals do, which are cheaper.
 */
const TABLES: Record<Table, string> = {
  totals: `LEFT JOIN (${orderTotals(NOW)}) o ON o.customer_id = c.id`,
  orders: `LEFT JOIN (
    SELECT customer_id, max(at) AS last_at, min(at) AS first_at, count(*) AS orders,
      sum(revenue_minor) FILTER (WHERE currency = ${CURRENCY}) AS spend,
      count(*) FILTER (WHERE at > ${NOW} - interval '365 days') AS orders365,
      sum(revenue_minor) FILTER (WHERE currency = ${CURRENCY} AND at > ${NOW} - interval '365 days') AS spend365
    FROM orders WHERE at <= ${NOW} GROUP BY customer_id
  ) o ON o.customer_id = c.id`,
  visits: `LEFT JOIN (
    SELECT customer_id, count(DISTINCT trunc(date_part('epoch', ${NOW} - at) / 86400)) AS days
    FROM events WHERE ${lastDays(90)} GROUP BY customer_id
  ) e ON e.customer_id = c.id`,
  reactions: `LEFT JOIN (
    SELECT customer_id, count(DISTINCT outbox_id) FILTER (WHERE kind = 'open') AS opens,
      count(DISTINCT outbox_id) FILTER (WHERE kind = 'click') AS clicks
    FROM outcomes WHERE NOT bot AND kind IN ('open', 'click') AND ${lastDays(90)} GROUP BY customer_id
  ) r ON r.customer_id = c.id`,
};

type Column = { sql: string; type: "numeric" | "text" | "boolean"; table?: Table };
type PlainField = Exclude<AudienceField, "category" | "touched">;

/** What each field is in SQL, on customers `c` as of the instant $1. */
const COLUMNS: Record<PlainField, Column> = {
  silenceDays: {
    sql: `extract(epoch FROM ${NOW} - o.last_at) / 86400`,
    type: "numeric",
    table: "totals",
  },
  customerDays: {
    sql: `extract(epoch FROM ${NOW} - o.first_at) / 86400`,
    type: "numeric",
    table: "orders",
  },
  orders: { sql: "coalesce(o.orders, 0)", type: "numeric", table: "totals" },
  orders365: { sql: "coalesce(o.orders365, 0)", type: "numeric", table: "orders" },
  spend: { sql: "coalesce(o.spend, 0)", type: "numeric", table: "totals" },
  spend365: { sql: "coalesce(o.spend365, 0)", type: "numeric", table: "orders" },
  visits90: { sql: "coalesce(e.days, 0)", type: "numeric", table: "visits" },
  opens90: { sql: "coalesce(r.opens, 0)", type: "numeric", table: "reactions" },
  clicks90: { sql: "coalesce(r.clicks, 0)", type: "numeric", table: "reactions" },
  country: { sql: "c.country::text", type: "text" },
  vip: { sql: "c.vip", type: "boolean" },
  emailConsent: {
    sql: `coalesce((SELECT state = 'granted' FROM consents WHERE customer_id = c.id AND purpose = 'marketing'
      AND channel = 'email' AND at <= ${NOW} ORDER BY at DESC, id DESC LIMIT 1), false)`,
    type: "boolean",
  },
  openTicket: {
    sql: `EXISTS (SELECT FROM tickets WHERE customer_id = c.id AND opened_at <= ${NOW}
      AND (closed_at IS NULL OR closed_at > ${NOW}))`,
    type: "boolean",
  },
};

const isPlain = (field: AudienceField): field is PlainField => Object.hasOwn(COLUMNS, field);

/** Puts comparisons into SQL: values become parameters, tables are joined once. */
function writerFor(currency: string) {
  const params: unknown[] = [];
  const tables = new Set<Table>();
  const param = (value: unknown) => {
    params.push(value);
    // $1 is the instant
    return `$${params.length + 1}`;
  };
  const given = (field: PlainField, value: ComparisonValue) =>
    AUDIENCE_FIELDS[field].unit === "money" ? minorOf(Number(value), currency) : value;

  const compared = (field: PlainField, { op, value }: Comparison): string => {
    const { sql, type } = COLUMNS[field];
    const range = op === "between" ? rangeOf(value) : null;
    // op comes from a closed list that the campaign's schema parsed
    if (range === null) return `${sql} ${op === "!=" ? "<>" : op} ${param(given(field, value))}::${type}`;
    const [low, high] = range.map((end) => `${param(given(field, end))}::${type}`);
    return `${sql} BETWEEN ${low} AND ${high}`;
  };
  const plain = (field: PlainField, rule: Comparison): string => {
    const { sql, type, table } = COLUMNS[field];
    if (table !== undefined) tables.add(table);
    if (rule.op !== "in" && rule.op !== "not-in") return compared(field, rule);
    const list = `ANY(${param(isWords(rule.value) ? rule.value : [])}::${type}[])`;
    return rule.op === "in" ? `${sql} = ${list}` : `NOT (${sql} = ${list})`;
  };

  const member = (within: string, isMember: boolean) => `c.id ${isMember ? "" : "NOT "}IN (${within})`;
  const condition = (rule: Comparison): string => {
    const { field, op, value } = rule;
    if (isPlain(field)) return plain(field, rule);
    if (field === "category") {
      const names = param(isWords(value) ? value : []);
      return member(
        `SELECT o.customer_id FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN products p ON p.sku = l.sku
         WHERE o.at <= ${NOW} AND p.category = ANY(${names}::text[])`,
        op === "in",
      );
    }
    const { campaignId, days } = isTouch(value) ? value : { campaignId: 0, days: 1 };
    return member(
      `SELECT customer_id FROM touches WHERE campaign_id = ${param(campaignId)}::int
         AND at > ${NOW} - make_interval(days => ${param(days)}::int) AND at <= ${NOW}`,
      op === "=",
    );
  };
  /** A fact that is unknown fits no comparison. */
  const certain = (rule: Comparison) => `coalesce(${condition(rule)}, false)`;
  return { params, tables, certain };
}

function joined(match: Match, parts: readonly string[]): string {
  if (parts.length === 0) return "true";
  if (match === "none") return `NOT (${parts.join(" OR ")})`;
  return `(${parts.join(match === "all" ? " AND " : " OR ")})`;
}

/** Customers who can be in any audience at all as of $1. */
const STANDING = `c.merged_into IS NULL AND c.erased_at IS NULL AND c.created_at <= ${NOW}`;

/** The company's currency. It is read where a rule compares money: to the others it is all the same. */
async function currencyFor(sql: Sql, rules: readonly Comparison[]): Promise<string> {
  if (!rules.some(({ field }) => AUDIENCE_FIELDS[field].unit === "money")) return defaultCompany.currency;
  return (await settingInForce(sql, "company")).body.currency;
}

/** FROM and WHERE of an audience. */
async function queryOf(sql: Sql, { match, rules, groups }: Audience, now: Date): Promise<Query> {
  const compared = [...rules, ...groups.flatMap((group) => group.rules)];
  const { params, tables, certain } = writerFor(await currencyFor(sql, compared));
  const where = joined(match, [
    ...rules.map(certain),
    ...groups.map((group) => joined(group.match, group.rules.map(certain))),
  ]);
  if (tables.has("orders")) tables.delete("totals");
  const joins = [...tables].map((table) => TABLES[table]).join("\n");
  return { from: `customers c ${joins} WHERE ${STANDING} AND ${where}`, params: [now, ...params] };
}

/** How many customers an audience holds at an instant. */
export async function countAudience(sql: Sql, audience: Audience, now: Date): Promise<number> {
  const { from, params } = await queryOf(sql, audience, now);
  const [row] = await sql.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`, params);
  return row?.n ?? 0;
}

/** How many customers there are for any audience at an instant. */
export async function countCustomers(sql: Sql, now: Date): Promise<number> {
  const [row] = await sql.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM customers c WHERE ${STANDING}`,
    [now],
  );
  return row?.n ?? 0;
}

/**
 * How many customers an audience holds at an instant, and some of them in an order of chance, the same ones each time for
 * the same `draw`: all in one pass.
 */
export async function sampleAudience(
  sql: Sql,
  audience: Audience,
  now: Date,
  samples: readonly { size: number; draw: number }[],
): Promise<{ count: number; samples: number[][] }> {
  const { from, params } = await queryOf(sql, audience, now);
  const drawn = samples.map((_, i) => {
    const n = params.length + 2 * i;
    return `ARRAY(SELECT id FROM audience ORDER BY hashint4extended(id, $${n + 1}::bigint) LIMIT $${n + 2}::int) AS "${i}"`;
  });
  const [row] = await sql.rows<{ count: number; [sample: number]: number[] }>(
    `WITH audience AS MATERIALIZED (SELECT c.id FROM ${from})
     SELECT ${["(SELECT count(*)::int FROM audience) AS count", ...drawn].join(", ")}`,
    [...params, ...samples.flatMap(({ size, draw }) => [draw, size])],
  );
  return { count: row?.count ?? 0, samples: samples.map((_, i) => row?.[i] ?? []) };
}

/** How many customers an audience holds at an instant, and the languages that at least this share of them speaks. */
export async function spokenIn(
  sql: Sql,
  audience: Audience,
  now: Date,
  leastShare: number,
): Promise<{ count: number; languages: string[] }> {
  const { from, params } = await queryOf(sql, audience, now);
  const [row] = await sql.rows<{ count: number; languages: string[] }>(
    `SELECT coalesce(sum(n), 0)::int AS count, coalesce(array_agg(language ORDER BY language)
       FILTER (WHERE language IS NOT NULL AND n >= of * $${params.length + 1}::float8), '{}') AS languages
     FROM (
       SELECT c.language, count(*) AS n, sum(count(*)) OVER () AS of FROM ${from} GROUP BY c.language
     ) spoken`,
    [...params, leastShare],
  );
  return row ?? { count: 0, languages: [] };
}

/** Categories of products that somebody could have bought, for the choice. */
export async function productCategories(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ category: string }>(
    "SELECT DISTINCT category FROM products WHERE category IS NOT NULL AND category <> '' ORDER BY category LIMIT 200",
  );
  return rows.map(({ category }) => category);
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
