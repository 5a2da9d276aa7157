/** The query of an address, as Next hands it to a page. */
export type Search = Promise<Record<string, string | string[] | undefined>>;
type Params = Awaited<Search>;

/** One value of a parameter; undefined where it is missing or empty. */
export function one(params: Params, name: string): string | undefined {
  const value = params[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === "" ? undefined : first;
}

/** The page number, from 1; anything else is page 1. */
export function pageOf(params: Params): number {
  const page = Number(one(params, "page") ?? "1");
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}

/** `-revenue` means largest first. A column that is not offered gives the fallback. */
export function sortOf<Column extends string>(
  params: Params,
  columns: readonly Column[],
  fallback: Column | `-${Column}`,
): { column: Column; descending: boolean } {
  const parse = (text: string) => {
    const descending = text.startsWith("-");
    const column = columns.find((name) => name === (descending ? text.slice(1) : text));
    return column === undefined ? null : { column, descending };
  };
  const chosen = parse(one(params, "sort") ?? fallback) ?? parse(fallback);
  if (chosen === null) throw new Error(`the fallback ${fallback} is none of the columns`);
  return chosen;
}
