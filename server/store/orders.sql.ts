import type { Bulk, Sql } from "./database";

/** One line of an order. Its total is net of its discount. */
export type OrderLineDraft = {
  sku: string;
  quantity: number;
  priceMinor: number;
  totalMinor: number;
  /** what the source calls the product */
  name: string | null;
};

/** A row of an order: one of its lines with the line's amounts, or (`line` null) the whole with its totals. */
export type OrderDraft = {
  ref: string;
  customerId: number;
  atMs: number;
  currency: string;
  offerCode: string | null;
  revenueMinor: number;
  costMinor: number | null;
  discountMinor: number;
  line: OrderLineDraft | null;
};

export type PlacedOrder = { line: number; draft: OrderDraft };
type Fault = { line: number; field: string; reason: string };

/** Remembers within one connection how often a file has named the same line: the n-th time is the n-th equal line. */
export async function prepareOrders({ sql }: Pick<Bulk, "sql">): Promise<void> {
  await sql.rows(
    `CREATE TEMP TABLE order_lines_seen (order_id bigint, sku text, price_minor bigint, quantity int, times int,
       PRIMARY KEY (order_id, sku, price_minor, quantity))`,
  );
}

/**
 * Writes rows of orders: an order that is there already keeps its owner and its totals, and gains lines that are new.
 * Needs `prepareOrders` on the same connection. Rows of an order that belongs to somebody else are faults.
 */
export async function writeOrders(
  { sql }: Pick<Bulk, "sql">,
  now: Date,
  rows: readonly PlacedOrder[],
): Promise<{ faults: Fault[]; ordersMade: number; linesMade: number }> {
  if (rows.length === 0) return { faults: [], ordersMade: 0, linesMade: 0 };
  await stage(sql, rows);
  const made = await sql.rows(
    `INSERT INTO orders (ref, customer_id, at, revenue_minor, cost_minor, discount_minor, currency, offer_code)
     SELECT DISTINCT ON (ref) ref, customer_id, at, CASE WHEN sku IS NULL THEN total_minor ELSE 0 END, cost_minor,
       CASE WHEN sku IS NULL THEN discount_minor ELSE 0 END, currency, offer_code
     FROM staged_orders ORDER BY ref, n ON CONFLICT (ref) DO NOTHING RETURNING 1 AS n`,
  );
  const faults = await refuseForeign(sql);
  await sql.rows(
    `INSERT INTO products (sku, name, price_minor, currency, updated_at)
     SELECT DISTINCT ON (sku) sku, name, price_minor, currency, $1 FROM staged_orders
     WHERE sku IS NOT NULL AND name IS NOT NULL ORDER BY sku, n ON CONFLICT (sku) DO NOTHING`,
    [now],
  );
  const [lines] = await sql.rows<{ made: number }>(INSERT_LINES);
  await sql.rows("DROP TABLE staged_orders");
  return { faults, ordersMade: made.length, linesMade: lines?.made ?? 0 };
}

async function stage(sql: Sql, rows: readonly PlacedOrder[]): Promise<void> {
  const of = <Value>(pick: (draft: OrderDraft) => Value) => rows.map(({ draft }) => pick(draft));
  await sql.rows(
    `CREATE TEMP TABLE staged_orders ON COMMIT DROP AS
     SELECT n, line, ref, customer_id, to_timestamp(at_ms / 1000.0) AS at, currency, offer_code, cost_minor,
       discount_minor, total_minor, sku, price_minor, quantity, name, NULL::bigint AS order_id
     FROM unnest($1::int[], $2::text[], $3::int[], $4::float8[], $5::text[], $6::text[], $7::bigint[], $8::bigint[],
         $9::bigint[], $10::text[], $11::bigint[], $12::int[], $13::text[]) WITH ORDINALITY
       AS q(line, ref, customer_id, at_ms, currency, offer_code, cost_minor, discount_minor, total_minor, sku,
         price_minor, quantity, name, n)`,
    [
      rows.map(({ line }) => line),
      of(({ ref }) => ref),
      of(({ customerId }) => customerId),
      of(({ atMs }) => atMs),
      of(({ currency }) => currency),
      of(({ offerCode }) => offerCode),
      of(({ costMinor }) => costMinor),
      of(({ discountMinor }) => discountMinor),
      of(({ revenueMinor }) => revenueMinor),
      of(({ line }) => line?.sku ?? null),
      of(({ line }) => line?.priceMinor ?? null),
      of(({ line }) => line?.quantity ?? null),
      of(({ line }) => line?.name ?? null),
    ],
  );
}

/** Finds each row's order, and takes rows out that do not belong to it. */
async function refuseForeign(sql: Sql): Promise<Fault[]> {
  await sql.rows("UPDATE staged_orders s SET order_id = o.id FROM orders o WHERE o.ref = s.ref");
  const foreign = await sql.rows<Fault>(
    `DELETE FROM staged_orders s USING orders o
     WHERE o.id = s.order_id AND (o.customer_id <> s.customer_id OR o.currency <> s.currency)
     RETURNING s.line, CASE WHEN o.customer_id <> s.customer_id THEN 'order' ELSE 'currency' END AS field,
       CASE WHEN o.customer_id <> s.customer_id THEN 'the order belongs to another customer'
         ELSE 'the order is in another currency' END AS reason`,
  );
  return foreign;
}

/**
 * Numbers equal lines in the order of the file, adds those that are new, and adds an order's lines up again where one
 * came. An order that came as a whole keeps its totals unless lines follow.
 */
const INSERT_LINES = `WITH ids AS MATERIALIZED (
    SELECT array_agg(DISTINCT order_id) AS ids FROM staged_orders WHERE sku IS NOT NULL
  ), seen AS MATERIALIZED (
    SELECT * FROM order_lines_seen WHERE order_id = ANY((SELECT ids FROM ids)::bigint[])
  ), numbered AS MATERIALIZED (
    SELECT s.*, (coalesce(seen.times, 0) + row_number() OVER (
      PARTITION BY s.order_id, s.sku, s.price_minor, s.quantity ORDER BY s.n))::int AS occurrence
    FROM staged_orders s LEFT JOIN seen USING (order_id, sku, price_minor, quantity)
    WHERE s.sku IS NOT NULL
  ), remembered AS (
    INSERT INTO order_lines_seen SELECT order_id, sku, price_minor, quantity, max(occurrence) FROM numbered
    GROUP BY order_id, sku, price_minor, quantity
    ON CONFLICT (order_id, sku, price_minor, quantity) DO UPDATE SET times = excluded.times
  ), had AS MATERIALIZED (
    SELECT order_id, sum(total_minor) AS total FROM order_lines
    WHERE order_id = ANY((SELECT ids FROM ids)::bigint[]) GROUP BY order_id
  ), made AS (
    INSERT INTO order_lines (order_id, sku, price_minor, occurrence, quantity, total_minor)
    SELECT order_id, sku, price_minor, occurrence, quantity, total_minor FROM numbered
    ON CONFLICT DO NOTHING RETURNING order_id, sku, price_minor, quantity, occurrence, total_minor
  ), gained AS (
    SELECT m.order_id, sum(m.total_minor) AS total, sum(n.discount_minor) AS discount, min(n.at) AS at
    FROM made m JOIN numbered n USING (order_id, sku, price_minor, quantity, occurrence) GROUP BY m.order_id
  ), summed AS (
    UPDATE orders o SET revenue_minor = coalesce(had.total, 0) + g.total, at = least(o.at, g.at),
      discount_minor = CASE WHEN had.total IS NULL THEN 0 ELSE o.discount_minor END + g.discount
    FROM gained g LEFT JOIN had USING (order_id) WHERE o.id = g.order_id
  )
  SELECT count(*)::int AS made FROM made`;
