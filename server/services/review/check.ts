import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { reviewItem } from "@/server/store/reviews";
import { checkedWords } from "../copy/checked-words";
import { editedCopy } from "../copy/edited-copy";
import { view } from "../verb";
import { composeEdit } from "./compose-edit";

const input = z.object({ id: rowId, copy: editedCopy });

/** What the guardrails would say of an edit while it is typed, and how this customer would see it. Stores nothing. */
export const checkReview = view(
  { needs: "review.read", input },
  async ({ ctx, now, input: { id, copy } }) => {
    const { sql } = ctx.platform.database;
    const item = await reviewItem(sql, id);
    if (item === null) throw new Refusal("NOT_FOUND", `id: there is no review item ${id}`);
    const edit = await composeEdit(sql, item, copy, now);
    return checkedWords(ctx.platform, edit, { ...edit.brief, customerId: item.customerId });
  },
);
