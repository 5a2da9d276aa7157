import type { Sql } from "./database";
import type { ImportState, ImportSummary, Rejection } from "./imports";

export type Progress = {
  bytesRead: number;
  rows: number;
  accepted: number;
  rejected: number;
  summary: ImportSummary;
};

/** Begins an import, or begins again what a crash left: what was reported so far is taken back. False: it is over, or cancelled. */
export async function beginImport(sql: Sql, importId: number, now: Date): Promise<boolean> {
  const begun = await sql.rows(
    `UPDATE imports SET state = 'running', started_at = $2, rows = 0, accepted = 0, rejected = 0, bytes_read = 0,
       summary = '{}', error = NULL WHERE id = $1 AND state IN ('uploaded', 'running') RETURNING 1 AS n`,
    [importId, now],
  );
  if (begun.length === 0) return false;
  await sql.rows("DELETE FROM import_rejections WHERE import_id = $1", [importId]);
  return true;
}

/** Reports how far an import has come, with the rows that it refused since the last time. False: it was cancelled. */
export async function reportProgress(
  sql: Sql,
  importId: number,
  progress: Progress,
  rejections: readonly Rejection[],
): Promise<boolean> {
  await sql.rows(
    `INSERT INTO import_rejections (import_id, line, "column", reason)
     SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[]) ON CONFLICT DO NOTHING`,
    [
      importId,
      rejections.map(({ line }) => line),
      rejections.map(({ column }) => column),
      rejections.map(({ reason }) => reason),
    ],
  );
  const { bytesRead, rows, accepted, rejected, summary } = progress;
  const running = await sql.rows(
    `UPDATE imports SET bytes_read = $2, rows = $3, accepted = $4, rejected = $5, summary = $6
     WHERE id = $1 AND state = 'running' RETURNING 1 AS n`,
    [importId, bytesRead, rows, accepted, rejected, JSON.stringify(summary)],
  );
  return running.length > 0;
}

/** Ends an import that runs. False: it was cancelled. */
export async function endImport(
  sql: Sql,
  importId: number,
  end: { state: Extract<ImportState, "done" | "failed">; error: string | null; at: Date },
): Promise<boolean> {
  const ended = await sql.rows(
    "UPDATE imports SET state = $2, error = $3, finished_at = $4 WHERE id = $1 AND state = 'running' RETURNING 1 AS n",
    [importId, end.state, end.error, end.at],
  );
  return ended.length > 0;
}
