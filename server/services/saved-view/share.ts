import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { forgetDefaultsOfOthers, updateView } from "@/server/store/saved-views";
import { verb } from "../verb";
import { ownView } from "./own";

/** Lets the whole team use a view of one's own, or only oneself again. */
export const shareView = verb(
  {
    action: "saved-view.share",
    needs: "view.share",
    input: z.object({ id: rowId, shared: z.boolean() }),
  },
  async ({ tx, actor, now, input }) => {
    const view = await ownView(tx.sql, actor, input.id);
    await updateView(tx.sql, { ...view, shared: input.shared }, now);
    if (!input.shared) await forgetDefaultsOfOthers(tx.sql, view.id, view.ownerId);
    return {
      out: { id: view.id, shared: input.shared },
      entity: { type: "saved-view", id: String(view.id) },
      before: { shared: view.shared },
      after: { shared: input.shared },
    };
  },
);
