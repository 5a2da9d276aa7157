import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { moveImport } from "@/server/store/imports";
import { verb } from "../verb";

/** Ends an import before its file does. What is in already stays; the batch under way does not. */
export const cancelImport = verb(
  { action: "import.cancel", needs: "import.write", input: z.object({ id: rowId }) },
  async ({ tx, now, input: { id } }) => {
    const cancelled = await moveImport(tx.prisma, id, ["uploaded", "running"], {
      state: "cancelled",
      finishedAt: now,
    });
    if (!cancelled) throw new Refusal("CONFLICT", `id: import ${id} is over`);
    return {
      out: { id },
      entity: { type: "import", id: String(id) },
      before: null,
      after: { state: "cancelled" },
    };
  },
);
