import { z } from "zod";
import { LISTS } from "@/server/domain/saved-view";
import { defaultViewOf, viewsFor } from "@/server/store/saved-views";
import { view } from "../verb";
import { personId } from "./own";

/** One's own views of a list and those of the team, and which of them the list opens with (null: none). */
export const listViews = view(
  { needs: "view.own", input: z.object({ list: z.enum(LISTS) }) },
  async ({ ctx, input: { list } }) => {
    const { sql } = ctx.platform.database;
    const userId = personId(ctx.actor);
    const [views, opensWith] = await Promise.all([
      viewsFor(sql, userId, list),
      defaultViewOf(sql, userId, list),
    ]);
    return {
      views: views.map(({ ownerId, ...one }) => ({ ...one, mine: ownerId === userId })),
      opensWith: views.some(({ id }) => id === opensWith) ? opensWith : null,
    };
  },
);
