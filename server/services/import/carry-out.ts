import { type Context, nameOf } from "@/server/context";
import { appendEntries } from "@/server/store/audit";
import type { StoredImport } from "@/server/store/imports";
import { beginImport, endImport, type Progress } from "@/server/store/imports-progress.sql";
import { type ImportSession, openImportSession } from "@/server/store/imports-session.sql";
import { UnreadableFile } from "@/server/store/intake-csv";
import { settingInForce } from "@/server/store/settings";
import { type Ending, FileRun } from "./file-run";
import { type ImportKindName, importKinds } from "./kinds";
import { importOptions } from "./options";
import { readerOf } from "./reader";
import { openTable } from "./table";

export type Outcome = Ending["state"] | "busy" | "over";

/**
 * Reads the file of an import to its end and writes down what came of it.
 * "busy": somebody else is at it; "over": it ended or was cancelled before.
 */
export async function carryOut(
  ctx: Context,
  stored: StoredImport,
  file: string,
  onProgress?: (progress: Progress) => void,
): Promise<Outcome> {
  const { database, clock } = ctx.platform;
  const session = await openImportSession(database, stored.id);
  if (session === null) return "busy";
  try {
    const begun = await session.batch(({ sql }) => beginImport(sql, stored.id, clock.now()));
    if (!begun) return "over";
    const { ending, progress } = await readAll(ctx, stored, file, session, onProgress);
    await conclude(ctx, session, stored, ending, progress);
    return ending.state;
  } finally {
    session.close();
  }
}

type Read = { ending: Ending; progress: Progress | null };

async function readAll(
  ctx: Context,
  stored: StoredImport,
  file: string,
  session: ImportSession,
  onProgress?: (progress: Progress) => void,
): Promise<Read> {
  const { database, clock } = ctx.platform;
  const kind = importKinds[stored.kind as ImportKindName]; // `create` parsed it
  const options = importOptions.parse(stored.options);
  const { body: company } = await settingInForce(database.sql, "company");
  const table = await openTable(file, kind, options, stored.mapping).catch(asProblem);
  if ("problem" in table) return { ending: { state: "failed", error: table.problem }, progress: null };
  try {
    const [problem] = table.problems;
    if (problem !== undefined) return { ending: { state: "failed", error: problem }, progress: null };
    const run = new FileRun({
      ctx,
      importId: stored.id,
      atMs: stored.createdAt.getTime(),
      dryRun: stored.dryRun,
      session,
      table,
      intake: kind.open(readerOf(options, company, clock.now().getTime())),
      onProgress,
    });
    const ending = await run.toTheEnd().catch(asRefusedByDatabase);
    return { ending, progress: run.progress };
  } finally {
    table.close();
  }
}

function asProblem(error: unknown): { problem: string } {
  if (error instanceof UnreadableFile) return { problem: `line ${error.line}: ${error.message}` };
  if (error instanceof Error && "code" in error && error.code === "ENOENT")
    return { problem: "the file is gone: upload it again" };
  throw error;
}

/** Trying again helps against a database that is away, not against a value that it cannot hold. */
function asRefusedByDatabase(error: unknown): Ending {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(22|23)/.test(code)) return { state: "failed", error: `the database refused a batch (${code})` };
  throw error;
}

async function conclude(
  ctx: Context,
  session: ImportSession,
  stored: StoredImport,
  ending: Ending,
  progress: Progress | null,
): Promise<void> {
  const at = ctx.platform.clock.now();
  await session.batch(async ({ sql }) => {
    if (ending.state !== "cancelled") {
      const error = ending.state === "failed" ? ending.error : null;
      await endImport(sql, stored.id, { state: ending.state, error, at });
    }
    const { rows = 0, accepted = 0, rejected = 0 } = progress ?? {};
    await appendEntries(sql, at, [
      {
        actor: nameOf(ctx.actor),
        action: "import.run",
        entity: { type: "import", id: String(stored.id) },
        data: { kind: stored.kind, dryRun: stored.dryRun, state: ending.state, rows, accepted, rejected },
      },
    ]);
  });
}
