import { z } from "zod";
import { UnreadableFile } from "@/server/store/intake-csv";
import { uploadedFile } from "@/server/store/intake-files";
import { settingInForce } from "@/server/store/settings";
import { view } from "../verb";
import { mapping, upload } from "./create";
import { IMPORT_KINDS, importKinds } from "./kinds";
import type { Fault, Intake } from "./kinds/contract";
import { importOptions } from "./options";
import { readableTable } from "./readable-table";
import { readerOf } from "./reader";
import type { Table } from "./table";

const ROWS = 20;

const input = z.object({
  kind: z.enum(IMPORT_KINDS),
  upload,
  mapping: mapping.nullable().default(null),
  options: importOptions.prefault({}),
});

type ShownRow = { line: number; cells: string[]; faults: readonly Fault[]; isOutside: boolean };

/** How an uploaded file would be read: its header, which column holds what, and its first rows with what is wrong with them. */
export const previewImport = view(
  { needs: "import.write", input },
  async ({ ctx, now, input: { kind: name, upload, mapping, options } }) => {
    const kind = importKinds[name];
    const { body: company } = await settingInForce(ctx.platform.database.sql, "company");
    const table = await readableTable(uploadedFile(upload) ?? "", kind, options, mapping);
    try {
      const rows = await firstRows(table, kind.open(readerOf(options, company, now.getTime())));
      const { header, problems, dialect } = table;
      return {
        title: kind.title,
        holds: kind.holds,
        fields: kind.fields,
        header,
        mapping: table.mapping,
        problems,
        dialect,
        rows,
      };
    } finally {
      table.close();
    }
  },
);

async function firstRows(table: Table, intake: Intake): Promise<ShownRow[]> {
  const rows: ShownRow[] = [];
  try {
    for await (const row of table.rows) {
      const cells = table.cellsOf(row);
      const faults = typeof cells === "function" ? intake.take(row.line, cells) : [cells];
      rows.push({ ...row, faults: faults ?? [], isOutside: faults === null });
      if (rows.length === ROWS) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    rows.push({
      line: error.line,
      cells: [],
      faults: [{ field: "", reason: error.message }],
      isOutside: false,
    });
  }
  return rows;
}
