import type { TrackedOrder } from "@/server/domain/tracking/tracked-event";
import type { Sql } from "./database";

export type OwnedOrder = { order: TrackedOrder; customerId: number; atMs: number };

/**
 * Writes completed orders with their lines. An order that was reported before stays as it is, unless the same customer's
 * earlier report comes late: the earliest stands, in whatever order they come. Answers how many changed.
 */
export async function writeTrackedOrders(sql: Sql, orders: readonly OwnedOrder[]): Promise<number> {
  if (orders.length === 0) return 0;
  const earliest = new Map<string, OwnedOrder>();
  for (const one of orders) {
    const before = earliest.get(one.order.ref);
    if (before === undefined || one.atMs < before.atMs) earliest.set(one.order.ref, one);
  }
  const rows = [...earliest.values()].sort((a, b) => (a.order.ref < b.order.ref ? -1 : 1));
  const written = await upsertOrders(sql, rows);
  if (written.length > 0) await replaceLines(sql, earliest, written);
  return written.length;
}

type Written = { id: number; ref: string };

const upsertOrders = (sql: Sql, rows: readonly OwnedOrder[]): Promise<Written[]> =>
  sql.rows<Written>(
    `INSERT INTO orders (ref, customer_id, at, revenue_minor, discount_minor, currency, offer_code)
     SELECT ref, customer_id, to_timestamp(at_ms / 1000.0), revenue, discount, currency, offer_code
     FROM unnest($1::text[], $2::int[], $3::float8[], $4::bigint[], $5::bigint[], $6::text[], $7::text[])
       AS q(ref, customer_id, at_ms, revenue, discount, currency, offer_code)
     ON CONFLICT (ref) DO UPDATE SET at = excluded.at, revenue_minor = excluded.revenue_minor,
       discount_minor = excluded.discount_minor, currency = excluded.currency, offer_code = excluded.offer_code
     WHERE orders.customer_id = excluded.customer_id AND orders.at > excluded.at
     RETURNING id, ref`,
    [
      rows.map(({ order }) => order.ref),
      rows.map(({ customerId }) => customerId),
      rows.map(({ atMs }) => atMs),
      rows.map(({ order }) => order.revenueMinor),
      rows.map(({ order }) => order.discountMinor),
      rows.map(({ order }) => order.currency),
      rows.map(({ order }) => order.offerCode),
    ],
  );

async function replaceLines(
  sql: Sql,
  orders: ReadonlyMap<string, OwnedOrder>,
  written: readonly Written[],
): Promise<void> {
  const lines = written.flatMap(({ id, ref }) =>
    (orders.get(ref)?.order.lines ?? []).map((line) => ({ id, ...line })),
  );
  await sql.rows("DELETE FROM order_lines WHERE order_id = ANY($1::bigint[])", [written.map(({ id }) => id)]);
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
