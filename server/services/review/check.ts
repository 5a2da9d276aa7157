import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { reviewItem } from "@/server/store/reviews";
import { view } from "../verb";
import { composeEdit } from "./compose-edit";
import { editedCopy } from "./inputs";
import { renderFor } from "./render-for";

const input = z.object({ id: rowId, copy: editedCopy });

/** What the guardrails would say of an edit while it is typed, and how this customer would see it. Stores nothing. */
export const checkReview = view(
  { needs: "review.read", input },
  async ({ ctx, now, input: { id, copy } }) => {
    const { sql } = ctx.platform.database;
    const item = await reviewItem(sql, id);
    if (item === null) throw new Refusal("NOT_FOUND", `id: there is no review item ${id}`);
    const { piece, creativeHash, problems, warnings, findings } = await composeEdit(sql, item, copy, now);
    const isBlocked = problems.length > 0 || findings.some(({ finding }) => finding.level === "block");
    return {
      canSave: !isBlocked && creativeHash !== null,
      creativeHash: creativeHash?.toString("hex") ?? null,
      problems,
      warnings,
      findings,
      preview: piece === null ? null : await renderFor(ctx.platform, item.customerId, piece),
    };
  },
);
