import type { Sql } from "./database";

/** Runs and imports that are under way by their row and have not moved since `before`: their event may be lost. */
export async function unfinishedWork(
  sql: Sql,
  before: Date,
): Promise<{ runIds: number[]; importIds: number[] }> {
  const [row] = await sql.rows<{ runIds: number[]; importIds: number[] }>(
    `SELECT
       ARRAY(
         SELECT id FROM runs r WHERE state IN ('freezing', 'writing', 'deciding') AND at < $1
           AND NOT EXISTS (SELECT FROM run_chunks c WHERE c.run_id = r.id AND c.at >= $1)
         ORDER BY id
       ) AS "runIds",
       ARRAY(SELECT id FROM imports WHERE state = 'running' AND coalesce(started_at, created_at) < $1 ORDER BY id)
         AS "importIds"`,
    [before],
  );
  return row ?? { runIds: [], importIds: [] };
}

/** What is kept for a while only, each with the instant that its age is counted from. */
export type KeptForAWhile = "event_keys" | "rejected_events" | "sandbox_mails";

/** Forgets what was received before an instant; answers how many rows. */
export async function deleteReceived(sql: Sql, table: KeptForAWhile, before: Date): Promise<number> {
  const [row] = await sql.rows<{ count: number }>(
    // the table comes from a closed list
    `WITH gone AS (DELETE FROM ${table} WHERE received_at < $1 RETURNING 1)
     SELECT count(*)::int AS count FROM gone`,
    [before],
  );
  return row?.count ?? 0;
}
