import type { CustomerFacts, FactName } from "@/server/domain/customer-facts";
import { ALL_FACT_GROUPS, FACT_GROUPS, type FactGroup, groupsOf } from "@/server/domain/fact-groups";
import type { FactSheet } from "@/server/domain/fact-sheet";
import { defaultCompany } from "@/server/domain/settings/company";
import type { Sql } from "./database";

// $1: customer ids, $2: now. Counts are int4 and sums float8 (exact below 2^53), so that every driver gives numbers.
/** Through a sub-select: ids that the planner sees are weighed one by one against what is common in every partition. */
const OF_THESE = "customer_id = ANY((SELECT $1::int[])::int[])";
const daysAgo = (days: number) => `$2::timestamptz - interval '${days} days'`;
const last = (days: number, column = "at") => `${column} > ${daysAgo(days)} AND ${column} <= $2::timestamptz`;
const ms = (instant: string) => `round(date_part('epoch', ${instant}) * 1000)`;
const hour = "mode() WITHIN GROUP (ORDER BY date_part('hour', at AT TIME ZONE 'UTC'))::int";
/** Amounts in another currency are no part of what somebody spent in the company's. */
export const CURRENCY = `coalesce((SELECT body ->> 'currency' FROM setting_versions WHERE kind = 'company'
  ORDER BY version DESC LIMIT 1), '${defaultCompany.currency}')`;

const ALL_FACTS = namesOf(ALL_FACT_GROUPS);
/** The facts that look back over a year of events, and how many days the others of their group need. */
const OF_A_YEAR_OF_EVENTS: readonly FactName[] = ["lastEventMs", "busiestHourUtc"];
const DAYS_OF_EVENTS = 90;

/**
 * Derived tables by group; what no column asks of them the planner leaves out. Each reads through its index on
 * (customer_id, instant); events need no other column.
 */
const TABLES: Record<Exclude<FactGroup, "person">, (names: readonly FactName[]) => readonly string[]> = {
  orders: () => [
    `LEFT JOIN (SELECT customer_id, ${ms("min(at)")} AS first_at, ${ms("max(at)")} AS last_at, ${hour} AS hour, count(*)::int AS n,
        count(*) FILTER (WHERE at > ${daysAgo(365)})::int AS n365,
        count(*) FILTER (WHERE currency = ${CURRENCY})::int AS own,
        count(*) FILTER (WHERE currency <> ${CURRENCY} AND at > ${daysAgo(365)})::int AS foreign365,
        (sum(revenue_minor) FILTER (WHERE currency = ${CURRENCY}))::float8 AS spend,
        (sum(revenue_minor) FILTER (WHERE currency = ${CURRENCY} AND at > ${daysAgo(365)}))::float8 AS spend365
      FROM orders WHERE ${OF_THESE} AND at <= $2::timestamptz GROUP BY customer_id) o ON o.customer_id = c.id`,
  ],
  behaviour: (names) => [
    `LEFT JOIN (SELECT customer_id, ${ms("max(at)")} AS last_at, ${hour} AS hour,
        count(*) FILTER (WHERE at > ${daysAgo(30)})::int AS n30,
        count(*) FILTER (WHERE at > ${daysAgo(60)} AND at <= ${daysAgo(30)})::int AS prev30,
        (count(DISTINCT trunc(date_part('epoch', $2::timestamptz - at) / 86400))
          FILTER (WHERE at > ${daysAgo(90)}))::int AS days90
      FROM events WHERE ${OF_THESE} AND ${last(daysOfEvents(names))} GROUP BY customer_id) e ON e.customer_id = c.id`,
  ],
  messages: () => [
    `LEFT JOIN (SELECT customer_id, count(*) FILTER (WHERE claimed_at > ${daysAgo(7)})::int AS n7,
        count(*) FILTER (WHERE claimed_at > ${daysAgo(90)})::int AS n90, ${ms("max(claimed_at)")} AS last_at,
        array_agg(${ms("claimed_at")} ORDER BY claimed_at) FILTER (WHERE claimed_at > ${daysAgo(60)}) AS recent
      FROM outbox WHERE ${OF_THESE} AND ${last(365, "claimed_at")} AND channel = 'email'
        AND state IN ('claimed', 'sent', 'uncertain') GROUP BY customer_id) m ON m.customer_id = c.id`,
    `LEFT JOIN (SELECT customer_id,
        (count(DISTINCT outbox_id) FILTER (WHERE kind = 'open' AND at > ${daysAgo(90)}))::int AS opens,
        (count(DISTINCT outbox_id) FILTER (WHERE kind = 'click' AND at > ${daysAgo(90)}))::int AS clicks,
        count(*) FILTER (WHERE kind = 'bounce' AND detail LIKE 'hard%')::int AS bounces
      FROM outcomes WHERE ${OF_THESE} AND at <= $2::timestamptz AND NOT bot GROUP BY customer_id) r ON r.customer_id = c.id`,
  ],
  permission: () => [
    `LEFT JOIN (SELECT DISTINCT ON (customer_id) customer_id, state FROM consents
      WHERE ${OF_THESE} AND purpose = 'marketing' AND channel = 'email' AND at <= $2::timestamptz
      ORDER BY customer_id, at DESC, id DESC) p ON p.customer_id = c.id`,
    `LEFT JOIN (SELECT customer_id, min(reason) AS reason FROM (
        SELECT i.customer_id, s.reason FROM identities i JOIN suppressions s USING (kind, hash)
        WHERE i.${OF_THESE} AND i.kind = 'email' AND s.at <= $2::timestamptz
        UNION ALL
        SELECT customer_id, reason FROM suppressions
        WHERE ${OF_THESE} AND kind IN ('email', 'customer') AND at <= $2::timestamptz) listed
      GROUP BY customer_id) s ON s.customer_id = c.id`,
    `LEFT JOIN (SELECT DISTINCT ON (customer_id) customer_id, state FROM holdout_marks
      WHERE ${OF_THESE} AND at <= $2::timestamptz ORDER BY customer_id, at DESC, id DESC) k ON k.customer_id = c.id`,
  ],
  tickets: () => [
    `LEFT JOIN (SELECT customer_id, count(*)::int AS n,
        count(*) FILTER (WHERE kind IN ('complaint', 'billing', 'delivery'))::int AS complaints,
        count(*) FILTER (WHERE kind IN ('legal', 'bereavement'))::int AS sensitive
      FROM tickets WHERE ${OF_THESE} AND opened_at <= $2::timestamptz
        AND (closed_at IS NULL OR closed_at > $2::timestamptz) GROUP BY customer_id) t ON t.customer_id = c.id`,
  ],
};

const COLUMNS: Record<FactName, string> = {
  country: "c.country",
  timeZone: "c.time_zone",
  language: "c.language",
  vip: "c.vip",
  createdMs: ms("c.created_at"),
  hasEmail: "c.has_email",
  firstOrderMs: "o.first_at",
  lastOrderMs: "o.last_at",
  orders: "coalesce(o.n, 0)",
  orders365: "coalesce(o.n365, 0)",
  spendMinor: "coalesce(o.spend, 0)",
  spend365Minor: "coalesce(o.spend365, 0)",
  ownCurrencyOrders: "coalesce(o.own, 0)",
  foreignOrders365: "coalesce(o.foreign365, 0)",
  orderHourUtc: "o.hour",
  lastEventMs: "e.last_at",
  events30: "coalesce(e.n30, 0)",
  eventsPrev30: "coalesce(e.prev30, 0)",
  visits90: "coalesce(e.days90, 0)",
  busiestHourUtc: "e.hour",
  emails7: "coalesce(m.n7, 0)",
  emails90: "coalesce(m.n90, 0)",
  lastEmailMs: "m.last_at",
  recentEmailsMs: "coalesce(m.recent, '{}')",
  opens90: "coalesce(r.opens, 0)",
  clicks90: "coalesce(r.clicks, 0)",
  hardBounces: "coalesce(r.bounces, 0)",
  emailConsent: "p.state",
  emailSuppression: "s.reason",
  keptOut: "k.state IS NOT DISTINCT FROM 'out'",
  openTickets: "coalesce(t.n, 0)",
  openComplaints: "coalesce(t.complaints, 0)",
  openSensitive: "coalesce(t.sensitive, 0)",
};

const queries = new Map<string, string>();

/** The query for these facts: the customers that exist, one row each. */
function queryFor(names: readonly FactName[]): string {
  const key = names.join();
  const known = queries.get(key);
  if (known !== undefined) return known;
  const columns = names.map((name) => `${COLUMNS[name]} AS "${name}"`);
  const tables = groupsOf(names).flatMap((group) => (group === "person" ? [] : TABLES[group](names)));
  const text = `SELECT c.id AS "customerId", ${columns.join(", ")}
    FROM customers c ${tables.join("\n")} WHERE c.id = ANY($1::int[]) AND $2::timestamptz IS NOT NULL`;
  queries.set(key, text);
  return text;
}

function namesOf(groups: readonly FactGroup[]): FactName[] {
  return groups.flatMap((group) => [...FACT_GROUPS[group]]);
}

function daysOfEvents(names: readonly FactName[]): number {
  return names.some((name) => OF_A_YEAR_OF_EVENTS.includes(name)) ? 365 : DAYS_OF_EVENTS;
}

const rowsOf = <Row>(sql: Sql, ids: readonly number[], now: Date, names: readonly FactName[]) =>
  sql.rows<Row & { customerId: number }>(queryFor(names), [ids, now]);

/** Everything that is known of these customers as of `now`, from the raw rows, in one query. One that does not exist is absent. */
export const loadFacts = (sql: Sql, ids: readonly number[], now: Date): Promise<Map<number, CustomerFacts>> =>
  loadSomeFacts(sql, ids, now, ALL_FACTS);

/** Some facts of these customers as of `now`, in one query that reads no more than they need. One that does not exist is absent. */
export async function loadSomeFacts<Name extends FactName>(
  sql: Sql,
  ids: readonly number[],
  now: Date,
  names: readonly Name[],
): Promise<Map<number, Pick<CustomerFacts, Name>>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf<Pick<CustomerFacts, Name>>(sql, ids, now, names);
  return new Map(rows.map((row) => [row.customerId, row]));
}

/** Fills some groups of facts as of `now` into the sheets of those customers that exist, in one query. */
export async function fillFacts(
  sql: Sql,
  sheets: ReadonlyMap<number, FactSheet>,
  now: Date,
  groups: readonly FactGroup[],
): Promise<void> {
  if (sheets.size === 0 || groups.length === 0) return;
  const names = namesOf(groups);
  for (const row of await rowsOf<Record<string, unknown>>(sql, [...sheets.keys()], now, names))
    sheets.get(row.customerId)?.fill(names, row);
}
