import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { checkedWords } from "../copy/checked-words";
import { editedCopy } from "../copy/edited-copy";
import { view } from "../verb";
import { composePiece } from "./compose-piece";
import { pieceKey } from "./piece-key";

const input = z.object({
  id: rowId,
  key: pieceKey,
  copy: editedCopy,
  /** whom the preview is for; null: somebody without a name */
  customerId: rowId.nullable().default(null),
});

/** What the checks would say of a person's words for a piece while they are typed, and how they would look. Stores nothing. */
export const checkPiece = view(
  { needs: "customer.read", input },
  async ({ ctx, now, input: { customerId, ...asked } }) => {
    const { words, briefed } = await composePiece(ctx.platform.database.sql, asked, now);
    return checkedWords(ctx.platform, words, { ...briefed.brief, customerId });
  },
);
