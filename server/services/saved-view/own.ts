import type { Actor } from "@/server/context";
import { Refusal } from "@/server/errors";
import type { Sql } from "@/server/store/database";
import { lockView, type SavedView } from "@/server/store/saved-views";

/** Views belong to people: the machinery has none. */
export function personId(actor: Actor): number {
  if (actor.kind !== "user") throw new Refusal("FORBIDDEN", "only a person of the team has views");
  return actor.id;
}

/** A view that is one's own, locked. Somebody else's private one is as good as none. */
export async function ownView(sql: Sql, actor: Actor, id: number): Promise<SavedView> {
  const view = await seenView(sql, actor, id);
  if (view.ownerId !== personId(actor))
    throw new Refusal(
      "FORBIDDEN",
      "id: only who made a view may change it; save it under a name of your own",
    );
  return view;
}

/** A view that one may use, locked. */
export async function seenView(sql: Sql, actor: Actor, id: number): Promise<SavedView> {
  const view = await lockView(sql, id);
  if (view === null || !(view.shared || view.ownerId === personId(actor)))
    throw new Refusal("NOT_FOUND", `id: there is no view ${id}`);
  return view;
}

export const taken = () => new Refusal("CONFLICT", "name: you have a view of this name; choose another");
