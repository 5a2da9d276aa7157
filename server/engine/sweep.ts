import type { EngineContext } from "./context";

const CHUNK = 2000;

/** Deletes runs, events and dead letters that ended longer ago than `retentionDays`, and starts that no longer count. */
export async function sweep(engine: EngineContext, retentionDays: number): Promise<void> {
  const now = engine.clock.now();
  const before = new Date(now.getTime() - retentionDays * 86_400_000);
  await inChunks(
    engine,
    "DELETE FROM engine.runs WHERE id IN (SELECT id FROM engine.runs WHERE ended_at < $1 LIMIT $2)",
    before,
  );
  await inChunks(
    engine,
    `DELETE FROM engine.events WHERE seq IN (
       SELECT seq FROM engine.events e WHERE received_at < $1 AND dispatched_at IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM engine.debounces d WHERE d.event_seq = e.seq)
         AND NOT EXISTS (SELECT 1 FROM engine.batches b WHERE e.seq = ANY (b.event_seqs))
       LIMIT $2)`,
    before,
  );
  await inChunks(
    engine,
    "DELETE FROM engine.dead_letters WHERE id IN (SELECT id FROM engine.dead_letters WHERE given_up_at < $1 LIMIT $2)",
    before,
  );
  await inChunks(
    engine,
    "DELETE FROM engine.starts WHERE ctid = ANY (ARRAY(SELECT ctid FROM engine.starts WHERE expires_at < $1 LIMIT $2))",
    now,
  );
}

async function inChunks(engine: EngineContext, statement: string, before: Date): Promise<void> {
  for (let deleted = CHUNK; deleted === CHUNK; )
    deleted = (await engine.pool.query(statement, [before, CHUNK])).rowCount ?? 0;
}
