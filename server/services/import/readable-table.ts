import type { Mapping } from "@/server/domain/intake/columns";
import { Refusal } from "@/server/errors";
import { UnreadableFile } from "@/server/store/intake-csv";
import type { ImportKind } from "./kinds/contract";
import type { ImportOptions } from "./options";
import { openTable, type Table } from "./table";

/** Opens an uploaded file for somebody who can upload another: what is wrong with it becomes a refusal. */
export async function readableTable(
  file: string,
  kind: ImportKind,
  options: ImportOptions,
  mapping: Mapping | null,
): Promise<Table> {
  try {
    return await openTable(file, kind, options, mapping);
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new Refusal("BAD_REQUEST", `file: line ${error.line}: ${error.message}`);
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new Refusal("NOT_FOUND", "upload: the file is gone, upload it again");
    throw error;
  }
}
