import { stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { type Context, nameOf } from "@/server/context";
import { Refusal } from "@/server/errors";
import { insertImport, readImport, type StoredImport } from "@/server/store/imports";
import type { Progress } from "@/server/store/imports-progress.sql";
import { carryOut } from "./carry-out";
import { type ImportKindName, importKinds } from "./kinds";
import { importOptions } from "./options";
import { readableTable } from "./readable-table";

type Given = {
  kind: ImportKindName;
  /** a path on this machine */
  file: string;
  /** field → column, on top of what the header lets us guess */
  mapping?: Readonly<Record<string, string>>;
  options?: Readonly<Record<string, unknown>>;
  dryRun?: boolean;
};

/**
 * Imports a file of this machine here and now, for programs of the command line: no procedure leads here, as it opens
 * any path. Answers the import as it ended.
 */
export async function importLocalFile(
  ctx: Context,
  given: Given,
  onProgress?: (progress: Progress) => void,
): Promise<StoredImport> {
  const { database, clock } = ctx.platform;
  const { size } = await stat(given.file).catch(() => {
    throw new Refusal("NOT_FOUND", `file: ${given.file} cannot be read`);
  });
  const parsed = importOptions.safeParse(given.options ?? {});
  if (!parsed.success) throw new Refusal("BAD_REQUEST", z.prettifyError(parsed.error));
  const options = parsed.data;
  const guessed = await readableTable(given.file, importKinds[given.kind], options, null);
  guessed.close();
  const id = await insertImport(database.sql, {
    kind: given.kind,
    fileName: path.basename(given.file),
    mapping: { ...guessed.mapping, ...given.mapping },
    options,
    dryRun: given.dryRun ?? false,
    bytes: size,
    createdBy: nameOf(ctx.actor),
    createdAt: clock.now(),
  });
  const stored = await storedImport(ctx, id);
  await carryOut(ctx, stored, given.file, onProgress);
  return storedImport(ctx, id);
}

async function storedImport(ctx: Context, id: number): Promise<StoredImport> {
  const stored = await readImport(ctx.platform.database.sql, id);
  if (stored === null) throw new Refusal("NOT_FOUND", `there is no import ${id}`);
  return stored;
}
