import { redirect } from "next/navigation";
import { serverCaller } from "@/server/auth";
import { hrefQueryOf, type ListName } from "@/server/domain/saved-view";
import { one, type Search } from "./search";

/** The address's query as the browser would read it. */
export async function listParams(search: Search): Promise<URLSearchParams> {
  const params = await search;
  const pairs = Object.keys(params).map((name) => [name, one(params, name) ?? ""]);
  return new URLSearchParams(pairs.filter(([, value]) => value !== ""));
}

/** Where each list is. */
const PATHS: Record<ListName, string> = {
  customers: "/customers",
  decisions: "/decisions",
  audit: "/audit",
  campaigns: "/campaigns",
  outbox: "/inbox/outbox",
};

/** The views of a list. Without a word about filters or views, the list opens as its reader likes it best. */
export async function viewsOf(list: ListName, params: URLSearchParams) {
  const api = await serverCaller();
  const views = await api.savedView.list({ list });
  const liked = views.views.find(({ id }) => id === views.opensWith);
  if (params.size === 0 && liked !== undefined) redirect(`${PATHS[list]}?${hrefQueryOf(liked)}`);
  return views;
}
