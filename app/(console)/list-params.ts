import { one, type Search } from "./search";

/** The address's query as the browser would read it. */
export async function listParams(search: Search): Promise<URLSearchParams> {
  const params = await search;
  const pairs = Object.keys(params).map((name) => [name, one(params, name) ?? ""]);
  return new URLSearchParams(pairs.filter(([, value]) => value !== ""));
}
