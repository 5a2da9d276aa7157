import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { readImport } from "@/server/store/imports";
import { removeUpload, uploadedFile } from "@/server/store/intake-files";
import { job } from "../verb";
import { carryOut } from "./carry-out";

/** Reads the uploaded file of an import; answers how it ended. A file that nobody will read again is removed. */
export const runImport = job(
  { input: z.object({ importId: rowId }) },
  async ({ ctx, input: { importId } }) => {
    const stored = await readImport(ctx.platform.database.sql, importId);
    if (stored === null) throw new Refusal("NOT_FOUND", `importId: there is no import ${importId}`);
    const upload = String(stored.options.upload ?? "");
    const outcome = await carryOut(ctx, stored, uploadedFile(upload) ?? "");
    const mayFollow = outcome === "busy" || (outcome === "done" && stored.dryRun);
    if (!mayFollow) await removeUpload(upload);
    return { importId, outcome };
  },
);
