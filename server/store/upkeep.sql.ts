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

/** Forgets messageIds received before an instant; answers how many. */
export async function deleteEventKeys(sql: Sql, before: Date): Promise<number> {
  const [row] = await sql.rows<{ count: number }>(
    `WITH gone AS (DELETE FROM event_keys WHERE received_at < $1 RETURNING 1)
     SELECT count(*)::int AS count FROM gone`,
    [before],
  );
  return row?.count ?? 0;
}
