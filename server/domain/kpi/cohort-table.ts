/** Who of a cohort ordered so many months after their first order, and what they spent then (minor units). */
export type CohortCell = { cohort: string; months: number; customers: number; revenueMinor: number };

export type CohortRow = {
  /** the month of the first order, YYYY-MM */
  cohort: string;
  customers: number;
  /** by months since: the share that ordered, and revenue per customer of the cohort up to then; null in the future */
  months: ({ retained: number; spentMinor: number } | null)[];
};

/**
 * Cohorts by month, oldest first, as a table: as many columns as the oldest cohort has months. `last` is the newest month
 * there is data of (YYYY-MM); what lies after it is null, a month without orders is 0.
 */
export function cohortTable(
  cells: readonly CohortCell[],
  last: string,
): { rows: CohortRow[]; columns: number } {
  const names = [...new Set(cells.map(({ cohort }) => cohort))].sort();
  const oldest = names[0];
  if (oldest === undefined) return { rows: [], columns: 0 };
  const columns = monthOf(last) - monthOf(oldest) + 1;
  const rows = names.map((cohort) => {
    const own = new Map(cells.filter((cell) => cell.cohort === cohort).map((cell) => [cell.months, cell]));
    const customers = own.get(0)?.customers ?? 0;
    const known = monthOf(last) - monthOf(cohort);
    let revenueMinor = 0;
    const months = Array.from({ length: columns }, (_, month) => {
      if (month > known || customers === 0) return null;
      const cell = own.get(month);
      revenueMinor += cell?.revenueMinor ?? 0;
      return { retained: (cell?.customers ?? 0) / customers, spentMinor: revenueMinor / customers };
    });
    return { cohort, customers, months };
  });
  return { rows, columns };
}

const monthOf = (name: string): number => Number(name.slice(0, 4)) * 12 + Number(name.slice(5, 7));
