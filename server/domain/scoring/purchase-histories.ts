import { floatAt, intAt } from "../stats/at";

/** Purchases, one a row: who, on which day (days since any fixed one), for how much. Customers are numbered from 0. */
export type Purchases = {
  customers: number;
  customer: Int32Array;
  day: Int32Array;
  amount: Float64Array;
};

/**
 * What the models of repeat buying know of each customer, row by row. Days on which somebody bought count once each.
 * Times are in units of `daysPerUnit` days.
 */
export type Histories = {
  /** the customer's number in the purchases */
  customer: Int32Array;
  /** days with a purchase after the first one */
  frequency: Int32Array;
  /** from the first purchase to the last */
  recency: Float64Array;
  /** from the first purchase to the end of the observation */
  age: Float64Array;
  /** mean amount of a day with a repeat purchase; 0 where there is none */
  value: Float64Array;
};

/**
 * Histories of everybody who bought by the day `until`, which counts. What one customer bought on one day is one
 * purchase, its amounts added up; the first one makes a customer and is in neither frequency nor value.
 * Source: Fader, Hardie & Lee 2005, Marketing Science 24, 275–284, § 3.1; Fader & Hardie 2013, The Gamma-Gamma Model of
 * Monetary Value, for the value.
 */
export function purchaseHistories(purchases: Purchases, until: number, daysPerUnit: number): Histories {
  const { first, rows } = rowsByCustomer(purchases, until);
  const buyers = Int32Array.from(
    Array.from({ length: purchases.customers }, (_, i) => i).filter(
      (i) => intAt(first, i + 1) > intAt(first, i),
    ),
  );
  const histories: Histories = {
    customer: buyers,
    frequency: new Int32Array(buyers.length),
    recency: new Float64Array(buyers.length),
    age: new Float64Array(buyers.length),
    value: new Float64Array(buyers.length),
  };
  for (const [i, customer] of buyers.entries()) {
    const own = rows.subarray(intAt(first, customer), intAt(first, customer + 1));
    const days = amountsByDay(purchases, own);
    const firstDay = days[0]?.day ?? 0;
    const repeats = days.slice(1);
    histories.frequency[i] = repeats.length;
    histories.recency[i] = ((days.at(-1)?.day ?? 0) - firstDay) / daysPerUnit;
    histories.age[i] = (until - firstDay) / daysPerUnit;
    const spent = repeats.reduce((sum, { amount }) => sum + amount, 0);
    histories.value[i] = repeats.length === 0 ? 0 : spent / repeats.length;
  }
  return histories;
}

/** Row numbers ordered by customer; those of customer i stand from first[i] to first[i + 1], those after `until` last. */
function rowsByCustomer({ customers, customer, day }: Purchases, until: number) {
  const binOf = (row: number): number => (intAt(day, row) <= until ? intAt(customer, row) : customers);
  const first = new Int32Array(customers + 2);
  for (let row = 0; row < customer.length; row++) {
    const next = binOf(row) + 1;
    first[next] = intAt(first, next) + 1;
  }
  for (let i = 0; i <= customers; i++) first[i + 1] = intAt(first, i + 1) + intAt(first, i);
  const free = first.slice();
  const rows = new Int32Array(customer.length);
  for (let row = 0; row < customer.length; row++) {
    const bin = binOf(row);
    const place = intAt(free, bin);
    rows[place] = row;
    free[bin] = place + 1;
  }
  return { first, rows };
}

/** What a customer spent on each day with a purchase, the earliest first. */
function amountsByDay({ day, amount }: Purchases, rows: Int32Array): { day: number; amount: number }[] {
  const sums = new Map<number, number>();
  for (const row of rows) {
    const at = intAt(day, row);
    sums.set(at, (sums.get(at) ?? 0) + floatAt(amount, row));
  }
  return [...sums].map(([at, sum]) => ({ day: at, amount: sum })).sort((a, b) => a.day - b.day);
}
