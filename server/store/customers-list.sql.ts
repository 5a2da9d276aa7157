import type { Sql } from "./database";
import { listedPlaces, type Places } from "./listed-places";
import { LAST_ORDER } from "./order-totals.sql";

export const CUSTOMER_SORTS = ["created", "lastOrder", "orders", "spend"] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

/**
 * Every part narrows further; null: it does not. Orders, spending and the last order are of every order that is stored.
 * One that its shop's clock dates ahead (a day at most is taken) counts here at once, elsewhere when its time has come.
 */
export type CustomerFilter = {
  /** only these */
  ids: readonly number[] | null;
  country: string | null;
  vip: boolean | null;
  /** of marketing email; 'none': never asked */
  consent: "granted" | "withdrawn" | "none" | null;
  /** whether mail to them is forbidden, by number or address */
  suppressed: boolean | null;
  /** whether they ever bought */
  ordered: boolean | null;
  /** days since the last order, for those who bought */
  minSilenceDays: number | null;
  maxSilenceDays: number | null;
  /** in the company's currency, all orders */
  minSpendMinor: number | null;
  maxSpendMinor: number | null;
  /** where the newest decision about them put them */
  segment: string | null;
};

/** A place in a sorted list: the value that it is sorted by, and the customer. */
export type CustomerPlace = { value: number; id: number };
export type CustomerOrder = { sort: CustomerSort; descending: boolean };

const asMs = (instant: string) => `round(date_part('epoch', ${instant}) * 1000)`;

/** What each sort compares (an index has it), that value as a number, and a number as that value. */
const SORTS: Record<CustomerSort, { by: string; value: string; at: (param: string) => string }> = {
  created: instant("c.created_at"),
  lastOrder: instant(LAST_ORDER),
  orders: { by: "t.orders", value: "t.orders", at: (param) => `${param}::float8::int` },
  spend: { by: "t.spend_minor", value: "t.spend_minor", at: (param) => `${param}::float8::bigint` },
};

function instant(by: string) {
  return { by, value: asMs(by), at: (param: string) => `to_timestamp(${param}::float8 / 1000)` };
}

const CONSENT = `coalesce((SELECT state FROM consents WHERE customer_id = c.id AND purpose = 'marketing' AND channel = 'email'
    AND at <= $1::timestamptz ORDER BY at DESC, id DESC LIMIT 1), 'none')`;
const SUPPRESSED = `c.id IN (
    SELECT i.customer_id FROM suppressions s JOIN identities i USING (kind, hash) WHERE s.kind = 'email' AND s.at <= $1::timestamptz
    UNION ALL SELECT customer_id FROM suppressions
    WHERE kind IN ('email', 'customer') AND customer_id IS NOT NULL AND at <= $1::timestamptz)`;
const IN_SEGMENT = `c.id IN (
    SELECT customer_id FROM (SELECT DISTINCT ON (customer_id) customer_id, segment FROM decisions ORDER BY customer_id DESC, at DESC) newest
    WHERE segment = $12)`;
const daysAgo = (param: string) => `$1::timestamptz - make_interval(days => ${param}::int)`;

const MATCHES = `c.merged_into IS NULL AND $1::timestamptz IS NOT NULL
  AND ($2::int[] IS NULL OR c.id = ANY($2)) AND ($3::text IS NULL OR c.country = $3)
  AND ($4::boolean IS NULL OR c.vip = $4) AND ($5::text IS NULL OR ${CONSENT} = $5)
  AND ($6::boolean IS NULL OR (${SUPPRESSED}) = $6)
  AND ($7::boolean IS NULL OR (t.orders > 0) = $7)
  AND ($8::int IS NULL OR t.last_order_at <= ${daysAgo("$8")})
  AND ($9::int IS NULL OR t.last_order_at > ${daysAgo("$9")})
  AND ($10::float8 IS NULL OR t.spend_minor >= $10) AND ($11::float8 IS NULL OR t.spend_minor <= $11)
  AND ($12::text IS NULL OR ${IN_SEGMENT})`;

const FROM = "customers c JOIN customer_totals t ON t.customer_id = c.id";

const params = (now: Date, filter: CustomerFilter): unknown[] => [
  now,
  filter.ids,
  filter.country,
  filter.vip,
  filter.consent,
  filter.suppressed,
  filter.ordered,
  filter.minSilenceDays,
  filter.maxSilenceDays,
  filter.minSpendMinor,
  filter.maxSpendMinor,
  filter.segment,
];

const idOf = (sort: CustomerSort) => (sort === "created" ? "c.id" : "t.customer_id");
const orderBy = ({ sort, descending }: CustomerOrder, by = SORTS[sort].by, id = idOf(sort)) => {
  const direction = descending ? "DESC" : "ASC";
  return `ORDER BY ${by} ${direction}, ${id} ${direction}`;
};

/** Whether so few may match that a walk along the index would be long: then all of them are found before they are sorted. */
const picksFew = ({ consent: _, ordered: __, vip, suppressed, ...filter }: CustomerFilter) =>
  vip === true || suppressed === true || Object.values(filter).some((part) => part !== null);

/** A page of customers in order, from a place on. Those who turned out to be others are left out. */
export async function listCustomerIds(
  sql: Sql,
  now: Date,
  filter: CustomerFilter,
  page: CustomerOrder & { after: CustomerPlace | null; limit: number },
): Promise<CustomerPlace[]> {
  const { by, value, at } = SORTS[page.sort];
  const id = idOf(page.sort);
  return sql.rows<CustomerPlace>(
    `SELECT value, id FROM (
       SELECT (${value})::float8 AS value, ${by} AS by, ${id} AS id FROM ${FROM}
       WHERE ${MATCHES} AND ($13::float8 IS NULL OR (${by}, ${id}) ${page.descending ? "<" : ">"} (${at("$13")}, $14::int))
       ${picksFew(filter) ? "OFFSET 0" : ""}) matching
     ${orderBy(page, "by", "id")} LIMIT $15`,
    [...params(now, filter), page.after?.value ?? null, page.after?.id ?? null, page.limit],
  );
}

/** How many match, and where each page of `every` ends. */
export async function customerPlaces(
  sql: Sql,
  now: Date,
  filter: CustomerFilter,
  order: CustomerOrder,
  size: { every: number; most: number },
): Promise<Places<CustomerPlace>> {
  const { places, ...counted } = await listedPlaces(
    sql,
    `SELECT (${SORTS[order.sort].value}) AS a, c.id AS b FROM ${FROM} WHERE ${MATCHES} ${orderBy(order)}`,
    params(now, filter),
    size,
  );
  return { ...counted, places: places.map(({ a, b }) => ({ value: a, id: b })) };
}

/** The countries that occur, in order of their codes. */
export async function customerCountries(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ country: string }>(
    "SELECT DISTINCT country FROM customers WHERE country IS NOT NULL AND merged_into IS NULL ORDER BY country",
  );
  return rows.map(({ country }) => country);
}
