import type { Sql } from "./database";
import { CURRENCY } from "./facts.sql";

export const CUSTOMER_SORTS = ["created", "lastOrder", "orders", "spend"] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

export type CustomerFilter = {
  /** null: everybody; else only these */
  ids: readonly number[] | null;
  country: string | null;
  vip: boolean | null;
  /** of marketing email; 'none': never asked */
  consent: "granted" | "withdrawn" | "none" | null;
};

/** A place in a sorted list: the value that it is sorted by, and the customer. */
export type CustomerPlace = { value: number; id: number };

const ms = (instant: string) => `round(date_part('epoch', ${instant}) * 1000)`;

/** What each sort compares, on customers `c` and the sums of their orders `o`; as a number, so that a place is one. */
const VALUES: Record<CustomerSort, string> = {
  created: ms("c.created_at"),
  lastOrder: `coalesce(${ms("o.last_at")}, -1)`,
  orders: "coalesce(o.n, 0)::float8",
  spend: "coalesce(o.spend, 0)",
};

const ORDERS = `LEFT JOIN (
    SELECT customer_id, max(at) AS last_at, count(*) AS n,
      (sum(revenue_minor) FILTER (WHERE currency = ${CURRENCY}))::float8 AS spend
    FROM orders WHERE at <= $1::timestamptz GROUP BY customer_id
  ) o ON o.customer_id = c.id`;

const CONSENT = `coalesce((SELECT state FROM consents WHERE customer_id = c.id AND purpose = 'marketing' AND channel = 'email'
    AND at <= $1::timestamptz ORDER BY at DESC, id DESC LIMIT 1), 'none')`;

/** A page of customers in order, from a place on. Those who turned out to be others are left out. */
export async function listCustomerIds(
  sql: Sql,
  now: Date,
  filter: CustomerFilter,
  page: { sort: CustomerSort; descending: boolean; after: CustomerPlace | null; limit: number },
): Promise<CustomerPlace[]> {
  const { sort, descending, after, limit } = page;
  const value = VALUES[sort];
  const beyond = descending ? "<" : ">";
  const direction = descending ? "DESC" : "ASC";
  // with the column itself, the index on it gives the order and ends the search early
  const [order, place] =
    sort === "created" ? ["c.created_at", "to_timestamp($6::float8 / 1000)"] : [value, "$6::float8"];
  return sql.rows<CustomerPlace>(
    `SELECT ${value} AS value, c.id FROM customers c ${sort === "created" ? "" : ORDERS}
     WHERE c.merged_into IS NULL AND $1::timestamptz IS NOT NULL
       AND ($2::int[] IS NULL OR c.id = ANY($2)) AND ($3::text IS NULL OR c.country = $3)
       AND ($4::boolean IS NULL OR c.vip = $4) AND ($5::text IS NULL OR ${CONSENT} = $5)
       AND ($6::float8 IS NULL OR (${order}, c.id) ${beyond} (${place}, $7::int))
     ORDER BY ${order} ${direction}, c.id ${direction} LIMIT $8`,
    [
      now,
      filter.ids,
      filter.country,
      filter.vip,
      filter.consent,
      after?.value ?? null,
      after?.id ?? null,
      limit,
    ],
  );
}

/** The countries that occur, in order of their codes. */
export async function customerCountries(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ country: string }>(
    "SELECT DISTINCT country FROM customers WHERE country IS NOT NULL AND merged_into IS NULL ORDER BY country",
  );
  return rows.map(({ country }) => country);
}
