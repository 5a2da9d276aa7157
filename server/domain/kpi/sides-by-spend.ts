import type { Side } from "./day-line";

type Earned = { day: string; revenueMinor: number };
type Spent = { day: string; spendMinor: number };

/**
 * Spend is often stored once a week: what is stored on a day is held against the revenue from that day until the next
 * spend, so that the points of a line and the figure of the whole period stand on one scale. Revenue before the first
 * spend counts with it. Oldest first, both.
 */
export const sidesBySpend = (earned: readonly Earned[], spent: readonly Spent[]): Side[] =>
  spent.map(({ day, spendMinor }, i) => {
    const next = spent[i + 1]?.day;
    const during = earned.filter(
      (one) => (i === 0 || one.day >= day) && (next === undefined || one.day < next),
    );
    return { day, part: during.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0), whole: spendMinor };
  });
