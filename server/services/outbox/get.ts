import { z } from "zod";
import { Refusal } from "@/server/errors";
import { outboxRow } from "@/server/store/outbox";
import { view } from "../verb";
import { previewMessage } from "./preview";

/**
 * One message with its rendering as it is now. `isAsSent` says whether it is what left, byte for byte but for the links:
 * null before the first attempt, false where the person's data has changed since.
 */
export const getMessage = view(
  { needs: "customer.read", input: z.object({ id: z.number().int().positive() }) },
  async ({ ctx, input: { id } }) => {
    const row = await outboxRow(ctx.platform.database.sql, id);
    if (row === null) throw new Refusal("NOT_FOUND", `id: there is no message ${id}`);
    const preview = await previewMessage(ctx, row);
    const isAsSent = row.renderHash === null || !preview.ok ? null : preview.renderHash === row.renderHash;
    return { ...row, preview, isAsSent };
  },
);
