import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { moveImport } from "@/server/store/imports";
import { verb } from "../verb";

/** Lets an import begin: the worker reads the file. */
export const startImport = verb(
  { action: "import.start", needs: "import.write", input: z.object({ id: rowId }) },
  async ({ tx, now, input: { id } }) => {
    const started = await moveImport(tx.prisma, id, ["uploaded"], { state: "running", startedAt: now });
    if (!started) throw new Refusal("CONFLICT", `id: import ${id} does not wait for a start`);
    return {
      out: { id },
      entity: { type: "import", id: String(id) },
      before: { state: "uploaded" },
      after: { state: "running" },
      events: [{ name: "import/requested", data: { importId: id }, id: `import-${id}` }],
    };
  },
);
