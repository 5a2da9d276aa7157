import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import type { Platform } from "@/server/platform";
import { readPeople } from "@/server/store/people";
import { reviewItem } from "@/server/store/reviews";
import { type RenderedMessage, renderMessages } from "../outbox/render-message";
import { view } from "../verb";
import { type ComposedEdit, composeEdit } from "./compose-edit";
import { editedCopy } from "./inputs";

const input = z.object({ id: rowId, copy: editedCopy });

/** What the guardrails would say of an edit while it is typed, and how this customer would see it. Stores nothing. */
export const checkReview = view(
  { needs: "review.read", input },
  async ({ ctx, now, input: { id, copy } }) => {
    const { sql } = ctx.platform.database;
    const item = await reviewItem(sql, id);
    if (item === null) throw new Refusal("NOT_FOUND", `id: there is no review item ${id}`);
    const edit = await composeEdit(sql, item, copy, now);
    const { creativeHash, problems, warnings, findings } = edit;
    const isBlocked = problems.length > 0 || findings.some(({ finding }) => finding.level === "block");
    return {
      canSave: !isBlocked && creativeHash !== null,
      creativeHash: creativeHash?.toString("hex") ?? null,
      problems,
      warnings,
      findings,
      preview: await previewOf(ctx.platform, item.customerId, edit),
    };
  },
);

/** As this customer would see it, by the engine that sends; null while the edit cannot be laid out. */
async function previewOf(
  { database, vault, renderer }: Platform,
  customerId: number,
  { original, piece, offer, company }: ComposedEdit,
): Promise<RenderedMessage | null> {
  if (piece === null) return null;
  const person = (await readPeople(database.sql, vault, [customerId])).get(customerId);
  const [preview] = await renderMessages(renderer, [
    { creative: { ...original, ...piece }, person, offer, company },
  ]);
  return preview ?? null;
}
