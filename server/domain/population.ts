/**
 * The fifths of a company's buyers, as of an instant: cut points are the 20th, 40th, 60th and 80th percentile over
 * customers with at least one order, ascending; empty where nobody has ordered.
 */
export type Fifths = {
  buyers: number;
  silenceDaysCuts: readonly number[];
  ordersCuts: readonly number[];
  spendMinorCuts: readonly number[];
};

/** What a company's customers are like together, as of a run's instant: measured once per run, the same for every chunk. */
export type Population = Fifths & {
  /** mean revenue of an order in the last 365 days; null without orders */
  averageOrderMinor: number | null;
  /** share of revenue left after cost of goods, over the orders of the last 365 days that carry a cost; null without */
  margin: number | null;
};

/** A value's fifth, 1 (lowest) to 5: one more than the cut points strictly below it. */
export function fifthOf(value: number, cuts: readonly number[]): number {
  let fifth = 1;
  for (const cut of cuts) if (cut < value) fifth++;
  return fifth;
}
