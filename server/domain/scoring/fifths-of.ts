import type { Fifths } from "../population";
import { daysBetween } from "../time";

/** What is known of each buyer, row by row. Money in any one unit. */
export type Buyers = {
  lastOrderMs: readonly number[];
  orders: readonly number[];
  spend: readonly number[];
};

const SHARES = [0.2, 0.4, 0.6, 0.8];

/**
 * The fifths of buyers that are at hand: the same cut points that the store takes of a company's customers, each the value of
 * a buyer (percentile_disc). A cut of silence is that of the last order at the share counted from the newest. `spend` gives
 * the cuts of `spendMinor` in its own unit.
 */
export function fifthsOf({ lastOrderMs, orders, spend }: Buyers, nowMs: number): Fifths {
  const lastCuts = cutsOf(lastOrderMs).reverse();
  return {
    buyers: orders.length,
    silenceDaysCuts: lastCuts.map((lastMs) => daysBetween(lastMs, nowMs)),
    ordersCuts: cutsOf(orders),
    spendMinorCuts: cutsOf(spend),
  };
}

function cutsOf(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  const sorted = Float64Array.from(values).sort();
  return SHARES.map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
}
