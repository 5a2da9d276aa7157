import { FEWEST_BUYERS } from "../stats/estimate";
import { fewBuyers } from "./few-buyers";
import { type Reading, unsupported } from "./reading";

export type TouchMonth = { month: string; touches: number; orders: number; revenueMinor: number };

const FEWEST_TOUCHES = 100;

/** Revenue per touch of each month that has enough of them, oldest first. */
export const monthlyPerTouch = (months: readonly TouchMonth[]): { month: string; perTouchMinor: number }[] =>
  months
    .filter(({ touches, orders }) => touches >= FEWEST_TOUCHES && fewBuyers(orders) === null)
    .map(({ month, touches, revenueMinor }) => ({ month, perTouchMinor: revenueMinor / touches }));

/** The constant monthly growth that leads from the first month's revenue per touch to the last one's. */
export function learningGain(months: readonly TouchMonth[]): Reading {
  const enough = monthlyPerTouch(months);
  const [first, last] = [enough[0], enough.at(-1)];
  if (first === undefined || last === undefined || first === last)
    return unsupported(
      `Needs two whole calendar months with ${FEWEST_TOUCHES} touches and ${FEWEST_BUYERS} orders each; there ${enough.length === 1 ? "is one" : "is none"}.`,
    );
  if (first.perTouchMinor <= 0) return unsupported("The first month has no attributed revenue to grow from.");
  const between = monthsBetween(first.month, last.month);
  const value = (last.perTouchMinor / first.perTouchMinor) ** (1 / between) - 1;
  return { kind: "known", value, low: null, high: null, part: null, whole: null };
}

const monthsBetween = (from: string, to: string): number => indexOf(to) - indexOf(from);
const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
