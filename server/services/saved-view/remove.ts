import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { deleteView } from "@/server/store/saved-views";
import { verb } from "../verb";
import { ownView } from "./own";

/** Takes a view of one's own away, from everybody who used it. */
export const removeView = verb(
  { action: "saved-view.remove", needs: "view.own", input: z.object({ id: rowId }) },
  async ({ tx, actor, input }) => {
    const view = await ownView(tx.sql, actor, input.id);
    await deleteView(tx.sql, view.id);
    return {
      out: { id: view.id },
      entity: { type: "saved-view", id: String(view.id) },
      before: { list: view.list, name: view.name, shared: view.shared },
      after: null,
    };
  },
);
