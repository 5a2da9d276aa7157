import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { LISTS } from "@/server/domain/saved-view";
import { Refusal } from "@/server/errors";
import { defaultViewOf, setDefaultView } from "@/server/store/saved-views";
import { verb } from "../verb";
import { personId, seenView } from "./own";

/** Has one's list open with a view, or (null) as it is without one. */
export const setDefault = verb(
  {
    action: "saved-view.set-default",
    needs: "view.own",
    input: z.object({ list: z.enum(LISTS), id: rowId.nullable() }),
  },
  async ({ tx, actor, input: { list, id } }) => {
    const userId = personId(actor);
    if (id !== null && (await seenView(tx.sql, actor, id)).list !== list)
      throw new Refusal("BAD_REQUEST", `id: view ${id} is of another list`);
    const before = await defaultViewOf(tx.sql, userId, list);
    await setDefaultView(tx.sql, userId, list, id);
    return {
      out: { list, id },
      entity: { type: "user", id: String(userId) },
      before: { list, view: before },
      after: { list, view: id },
    };
  },
);
