import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { deleteSavedSegment } from "@/server/store/saved-segments";
import { verb } from "../verb";

/** Takes a saved segment away. Campaigns that started from it keep their copy. */
export const removeSavedSegment = verb(
  { action: "segment.remove-saved", needs: "campaign.write", input: z.object({ id: rowId }) },
  async ({ tx, input: { id } }) => {
    const before = await deleteSavedSegment(tx.sql, id);
    if (before === null) throw new Refusal("NOT_FOUND", `id: there is no saved segment ${id}`);
    return { out: { id }, entity: { type: "saved-segment", id: String(id) }, before, after: null };
  },
);
