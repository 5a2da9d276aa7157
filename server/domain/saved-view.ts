/** The lists that can be saved as views. */
export const LISTS = ["customers", "decisions", "audit", "campaigns", "outbox"] as const;
export type ListName = (typeof LISTS)[number];

/** Of the address: what is about this visit, not about the list. */
const PASSING = new Set(["view", "page", "after"]);

/** Filters, sort and columns as they stand in an address: parameter → value. */
export type ViewQuery = Readonly<Record<string, string>>;

/** What of an address a view keeps, in the order of the names. */
export function viewQueryOf(params: Iterable<readonly [string, string]>): ViewQuery {
  const kept = [...params].filter(([name, value]) => value !== "" && !PASSING.has(name));
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The query string that opens a list as a view left it. */
export function hrefQueryOf(view: { id: number; query: ViewQuery }): string {
  return new URLSearchParams({ ...view.query, view: String(view.id) }).toString();
}

/** Whether two addresses show a list in the same way. */
export const sameView = (one: ViewQuery, other: ViewQuery): boolean =>
  JSON.stringify(viewQueryOf(Object.entries(one))) === JSON.stringify(viewQueryOf(Object.entries(other)));
