import type { TrackedOrder } from "@/server/domain/tracking/tracked-event";
import type { Sql } from "./database";

export type OwnedOrder = { order: TrackedOrder; customerId: number; atMs: number };

/**
 * Writes completed orders with their lines. Shops report an order more than once: the page that thanks for it, and the
 * server. Of all reports the earliest says what it was, and one by a customer with a number of the company's own says
 * whose it is, in whatever order they come. An imported order stays as it is, and so does one of another such customer.
 */
export async function writeTrackedOrders(sql: Sql, orders: readonly OwnedOrder[]): Promise<void> {
  for (const round of rounds(orders)) {
    const written = await upsertOrders(sql, round);
    const told = new Map(round.map((one) => [one.order.ref, one]));
    await replaceLines(
      sql,
      written.flatMap(({ id, ref, atMs }) => {
        const report = told.get(ref);
        return report === undefined || report.atMs !== atMs ? [] : [{ id, order: report.order }];
      }),
    );
  }
}

/** Reports in rounds that name each order once, sorted, so that two transactions wait for each other in one direction only. */
function rounds(orders: readonly OwnedOrder[]): OwnedOrder[][] {
  const found: OwnedOrder[][] = [];
  const times = new Map<string, number>();
  for (const one of orders) {
    const n = times.get(one.order.ref) ?? 0;
    times.set(one.order.ref, n + 1);
    found[n] = [...(found[n] ?? []), one];
  }
  for (const round of found) round.sort((a, b) => (a.order.ref < b.order.ref ? -1 : 1));
  return found;
}

type Written = { id: number; ref: string; atMs: number };

const told = (of: string) =>
  `(${of}.at, ${of}.revenue_minor, ${of}.discount_minor, ${of}.currency, coalesce(${of}.offer_code, ''))`;
const named = (of: string) =>
  `EXISTS (SELECT FROM identities i WHERE i.customer_id = ${of}.customer_id AND i.kind = 'user')`;
const EARLIER = `${told("excluded")} < ${told("orders")}`;
const either = (column: string) =>
  `${column} = CASE WHEN ${EARLIER} THEN excluded.${column} ELSE orders.${column} END`;

const UPSERT = `INSERT INTO orders (ref, customer_id, at, revenue_minor, discount_minor, currency, offer_code, tracked)
  SELECT ref, customer_id, to_timestamp(at_ms / 1000.0), revenue, discount, currency, offer_code, true
  FROM unnest($1::text[], $2::int[], $3::float8[], $4::bigint[], $5::bigint[], $6::text[], $7::text[])
    AS q(ref, customer_id, at_ms, revenue, discount, currency, offer_code)
  ON CONFLICT (ref) DO UPDATE SET
    customer_id = CASE WHEN NOT ${named("orders")} AND (${named("excluded")} OR ${EARLIER})
      THEN excluded.customer_id ELSE orders.customer_id END,
    ${["at", "revenue_minor", "discount_minor", "currency", "offer_code"].map(either).join(", ")}
  WHERE orders.tracked
    AND (orders.customer_id = excluded.customer_id OR NOT ${named("orders")} OR NOT ${named("excluded")})
    AND (${EARLIER} OR orders.customer_id <> excluded.customer_id)
  RETURNING id, ref, round(date_part('epoch', at) * 1000) AS "atMs"`;

const upsertOrders = (sql: Sql, rows: readonly OwnedOrder[]): Promise<Written[]> =>
  sql.rows<Written>(UPSERT, [
    rows.map(({ order }) => order.ref),
    rows.map(({ customerId }) => customerId),
    rows.map(({ atMs }) => atMs),
    rows.map(({ order }) => order.revenueMinor),
    rows.map(({ order }) => order.discountMinor),
    rows.map(({ order }) => order.currency),
    rows.map(({ order }) => order.offerCode),
  ]);

async function replaceLines(sql: Sql, orders: readonly { id: number; order: TrackedOrder }[]): Promise<void> {
  if (orders.length === 0) return;
  const lines = orders.flatMap(({ id, order }) => order.lines.map((line) => ({ id, ...line })));
  await sql.rows("DELETE FROM order_lines WHERE order_id = ANY($1::bigint[])", [orders.map(({ id }) => id)]);
  if (lines.length === 0) return;
  await sql.rows(
    `INSERT INTO order_lines (order_id, sku, price_minor, occurrence, quantity, total_minor)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::int[], $5::int[], $6::bigint[])`,
    [
      lines.map(({ id }) => id),
      lines.map(({ sku }) => sku),
      lines.map(({ priceMinor }) => priceMinor),
      lines.map(({ occurrence }) => occurrence),
      lines.map(({ quantity }) => quantity),
      lines.map(({ totalMinor }) => totalMinor),
    ],
  );
}
