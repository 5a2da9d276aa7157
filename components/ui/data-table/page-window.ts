/** Rows that are asked for at once. */
export const PAGE_ROWS = 100;
/** This far beyond what is in view is asked for too. */
const AHEAD_ROWS = 40;

/** The numbers of the pages that hold these rows and what is near them, of a list of `count` rows. */
export function pagesAround(first: number, last: number, count: number): number[] {
  if (count === 0) return [];
  const from = Math.floor(Math.max(0, first - AHEAD_ROWS) / PAGE_ROWS);
  const to = Math.floor(Math.min(count - 1, last + AHEAD_ROWS) / PAGE_ROWS);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
