import { stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { nameOf } from "@/server/context";
import { Refusal } from "@/server/errors";
import { insertImport } from "@/server/store/imports";
import { uploadedFile } from "@/server/store/intake-files";
import { verb } from "../verb";
import { IMPORT_KINDS, importKinds } from "./kinds";
import { importOptions } from "./options";
import { readableTable } from "./readable-table";

export const mapping = z.record(z.string().max(50), z.string().max(200));
export const upload = z.uuid("choose a file");

/** Makes an import of an uploaded file. It begins with `start`. Without a mapping the columns are guessed. */
export const createImport = verb(
  {
    action: "import.create",
    needs: "import.write",
    input: z.object({
      kind: z.enum(IMPORT_KINDS),
      upload,
      fileName: z.string().max(200),
      mapping: mapping.nullable().default(null),
      options: importOptions.prefault({}),
      dryRun: z.boolean().default(false),
    }),
  },
  async ({ tx, actor, now, input }) => {
    const { kind, upload, dryRun, options } = input;
    const file = uploadedFile(upload) ?? "";
    const table = await readableTable(file, importKinds[kind], options, input.mapping);
    table.close();
    const [problem] = table.problems;
    if (problem !== undefined) throw new Refusal("BAD_REQUEST", `mapping: ${problem}`);
    const { size } = await stat(/* turbopackIgnore: true */ file); // else all files of the project count as the site's
    const id = await insertImport(tx.sql, {
      kind,
      // a name to show, never a path to open
      fileName: path.basename(input.fileName.replaceAll("\\", "/")),
      mapping: table.mapping,
      options: { ...options, upload },
      dryRun,
      bytes: size,
      createdBy: nameOf(actor),
      createdAt: now,
    });
    return {
      out: { id },
      entity: { type: "import", id: String(id) },
      before: null,
      after: { kind, dryRun, bytes: size, mapping: table.mapping },
    };
  },
);
