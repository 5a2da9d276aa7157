import { floatAt, intAt } from "../stats/at";
import { DAY_MS } from "../time";
import type { Buyers } from "./fifths-of";
import type { Purchases } from "./purchase-histories";

/** Each buyer's last order, number of orders and money spent, row by row; `customer` as in the purchases. */
export type RfmTable = Buyers & { customer: readonly number[]; rows: number };

/**
 * Recency, frequency and value of everybody who bought by the day `asOf`, which counts. `order` tells which rows are one order
 * of a customer; null: each row is one. Days are the unit of time: an order happens at its day's midnight, UTC.
 */
export function rfmOf(purchases: Purchases, order: Int32Array | null, asOf: number): RfmTable {
  const { customers, customer, day, amount } = purchases;
  const last = new Float64Array(customers).fill(-Infinity);
  const orders = new Int32Array(customers);
  const spend = new Float64Array(customers);
  const isNew = firstOfOrder(customers, order);
  let rows = 0;
  for (const [row, who] of customer.entries()) {
    const at = intAt(day, row);
    if (at > asOf) continue;
    rows++;
    last[who] = Math.max(floatAt(last, who), at);
    spend[who] = floatAt(spend, who) + floatAt(amount, row);
    if (isNew(row, who)) orders[who] = intAt(orders, who) + 1;
  }
  const buyers = Array.from({ length: customers }, (_, who) => who).filter((who) => intAt(orders, who) > 0);
  return {
    customer: buyers,
    lastOrderMs: buyers.map((who) => floatAt(last, who) * DAY_MS),
    orders: buyers.map((who) => intAt(orders, who)),
    spend: buyers.map((who) => floatAt(spend, who)),
    rows,
  };
}

/** Whether a row is the first that comes of its order. */
function firstOfOrder(customers: number, order: Int32Array | null): (row: number, who: number) => boolean {
  if (order === null) return () => true;
  const known = new Set<number>();
  return (row, who) => {
    const before = known.size;
    known.add(intAt(order, row) * customers + who);
    return known.size > before;
  };
}
