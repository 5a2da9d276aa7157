import type { NumberColumn } from "./table-column";

/** A line of an order. `at` in milliseconds since 1970; `amount` in any unit of money; `items` as bought. */
export type PurchaseLine = {
  customer: string;
  order: string;
  product: string;
  at: number;
  amount: number;
  items: number;
};

type Order = { at: number; amount: number; items: number; lines: number };
type Customer = { orders: Map<string, Order>; products: Set<string> };

const DAY_MS = 86_400_000;

/**
 * What a shop knows of its customers at `asOf`: one row per customer who bought before it, in the order of their first
 * lines; lines at or after it are not read. Days count back from `asOf`. A gap between orders that has not been seen (one
 * order) is missing.
 */
export function purchaseFeatures(
  lines: Iterable<PurchaseLine>,
  asOf: number,
): { customers: string[]; columns: NumberColumn[] } {
  const customers = new Map<string, Customer>();
  for (const line of lines) if (line.at < asOf) add(customers, line);
  const described = [...customers.values()].map((customer) => knownOf(customer, asOf));
  const names = Object.keys(described[0] ?? {}) as (keyof ReturnType<typeof knownOf>)[]; // of one type
  const columns = names.map(
    (name): NumberColumn => ({
      kind: "number",
      name,
      values: Float64Array.from(described, (one) => one[name]),
    }),
  );
  return { customers: [...customers.keys()], columns };
}

function add(customers: Map<string, Customer>, line: PurchaseLine): void {
  const customer = customers.get(line.customer) ?? { orders: new Map(), products: new Set() };
  customers.set(line.customer, customer);
  const order = customer.orders.get(line.order) ?? { at: line.at, amount: 0, items: 0, lines: 0 };
  customer.orders.set(line.order, order);
  order.at = Math.min(order.at, line.at);
  order.amount += line.amount;
  order.items += line.items;
  order.lines++;
  customer.products.add(line.product);
}

function knownOf({ orders, products }: Customer, asOf: number) {
  const sorted = [...orders.values()].sort((a, b) => a.at - b.at);
  const daysAgo = sorted.map(({ at }) => (asOf - at) / DAY_MS);
  const gaps = daysAgo.slice(1).map((days, i) => (daysAgo[i] ?? 0) - days);
  const recency = daysAgo.at(-1) ?? Number.NaN;
  const meanGap = mean(gaps);
  const since = (days: number) => sorted.filter((_, i) => (daysAgo[i] ?? 0) <= days);
  const spent = sum(sorted.map(({ amount }) => amount));
  const lines = sum(sorted.map((order) => order.lines));
  return {
    recencyDays: recency,
    tenureDays: daysAgo[0] ?? Number.NaN,
    orders: sorted.length,
    spent,
    meanOrder: spent / sorted.length,
    lastOrder: sorted.at(-1)?.amount ?? Number.NaN,
    items: sum(sorted.map(({ items }) => items)),
    lines,
    linesPerOrder: lines / sorted.length,
    products: products.size,
    meanGapDays: meanGap,
    longestGapDays: gaps.length === 0 ? Number.NaN : Math.max(...gaps),
    missedGaps: recency / meanGap,
    ordersIn30Days: since(30).length,
    ordersIn90Days: since(90).length,
    ordersIn180Days: since(180).length,
    spentIn90Days: sum(since(90).map(({ amount }) => amount)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** NaN of nothing */
const mean = (values: readonly number[]): number => sum(values) / values.length;
