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
