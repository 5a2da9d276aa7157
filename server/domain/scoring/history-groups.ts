import { floatAt, intAt } from "../stats/at";
import type { Histories } from "./purchase-histories";

/** Different histories with how many customers share each. Days are few and customers many: equal rows count as one. */
export type HistoryGroups = {
  frequency: Int32Array;
  /** different recencies, and which one each group has */
  recencies: Float64Array;
  recencyAt: Int32Array;
  /** different ages, and which one each group has */
  ages: Float64Array;
  ageAt: Int32Array;
  customers: Float64Array;
  total: number;
};

type Columns = Pick<Histories, "frequency" | "recency" | "age">;

/** Equal histories put together; logarithms need only be taken of each different time. */
export function groupHistories({ frequency, recency, age }: Columns): HistoryGroups {
  const recencies = numbered(recency);
  const ages = numbered(age);
  const groupOf = new Map<number, number>();
  const firstRow: number[] = [];
  const counts: number[] = [];
  const times = ages.values.length * recencies.values.length;
  for (let row = 0; row < frequency.length; row++) {
    const time = intAt(ages.at, row) * recencies.values.length + intAt(recencies.at, row);
    const key = intAt(frequency, row) * times + time;
    const known = groupOf.get(key);
    if (known !== undefined) {
      counts[known] = (counts[known] ?? 0) + 1;
      continue;
    }
    groupOf.set(key, firstRow.length);
    firstRow.push(row);
    counts.push(1);
  }
  return {
    frequency: Int32Array.from(firstRow, (row) => intAt(frequency, row)),
    recencies: recencies.values,
    recencyAt: Int32Array.from(firstRow, (row) => intAt(recencies.at, row)),
    ages: ages.values,
    ageAt: Int32Array.from(firstRow, (row) => intAt(ages.at, row)),
    customers: Float64Array.from(counts),
    total: frequency.length,
  };
}

/** Every so many-th group, so that about `most` are left: what they say together stays much the same. */
export function thinned(groups: HistoryGroups, most: number): HistoryGroups {
  const step = Math.ceil(groups.customers.length / most);
  if (step <= 1) return groups;
  const isKept = (_: number, i: number) => i % step === 0;
  const customers = groups.customers.filter(isKept);
  return {
    ...groups,
    frequency: groups.frequency.filter(isKept),
    recencyAt: groups.recencyAt.filter(isKept),
    ageAt: groups.ageAt.filter(isKept),
    customers,
    total: customers.reduce((sum, n) => sum + n, 0),
  };
}

/** The different numbers of a column, and which of them stands in each row. */
function numbered(column: Float64Array): { values: Float64Array; at: Int32Array } {
  const numbers = new Map<number, number>();
  const at = new Int32Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = floatAt(column, row);
    let number = numbers.get(value);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(value, number);
    }
    at[row] = number;
  }
  return { values: Float64Array.from(numbers.keys()), at };
}
