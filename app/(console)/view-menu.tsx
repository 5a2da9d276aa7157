import { redirect } from "next/navigation";
import { SavedViewMenu } from "@/components/saved-views/saved-view-menu";
import { serverCaller } from "@/server/auth";
import { hrefQueryOf, type ListName } from "@/server/domain/saved-view";
import { myPermissions } from "./permissions";

/** Where each list is, and what it is without a view. */
const LISTS: Record<ListName, { path: string; allWords: string }> = {
  customers: { path: "/customers", allWords: "All customers" },
  decisions: { path: "/decisions", allWords: "All decisions" },
  audit: { path: "/audit", allWords: "All entries" },
  campaigns: { path: "/campaigns", allWords: "All campaigns" },
  outbox: { path: "/inbox/outbox", allWords: "All messages" },
};

/**
 * The menu of a list's saved views. Without a word about filters or views in the address, the list opens as its reader
 * likes it best.
 */
export async function viewMenu(list: ListName, params: URLSearchParams) {
  const [api, granted] = await Promise.all([serverCaller(), myPermissions()]);
  const views = await api.savedView.list({ list });
  const liked = views.views.find(({ id }) => id === views.opensWith);
  const { path, allWords } = LISTS[list];
  if (params.size === 0 && liked !== undefined) redirect(`${path}?${hrefQueryOf(liked)}`);
  return <SavedViewMenu list={list} first={views} allWords={allWords} mayShare={granted.has("view.share")} />;
}
