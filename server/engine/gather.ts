import { admit } from "./admission";
import { type EngineContext, PASS_SIZE } from "./context";
import { eachInTransaction, isTransient, type Tx, transaction } from "./database";
import { nextTry, putAside, reasonOf } from "./dead-letters";
import { EVENT_COLUMNS, type StoredEvent } from "./events";
import type { EngineFunction } from "./function-config";
import { startRun } from "./runs";

/** A batch or a debounce of a function and key; a closed batch is named by its last event, an open one by 0. */
type Gathered = { kind: "batch" | "debounce"; functionId: string; key: string; closedBy: number };
type Due = Gathered & { failures: number };

/**
 * Adds an event to the open batch of its key; a full batch starts its run at once. Where it cannot, the batch is
 * closed and tried again later: the event that filled it has arrived all the same.
 */
export async function addToBatch(
  tx: Tx,
  engine: EngineContext,
  fn: EngineFunction,
  batch: NonNullable<EngineFunction["batch"]>,
  stored: StoredEvent,
  event: unknown,
): Promise<void> {
  const key = batch.key?.key({ event }) ?? "";
  const dueAt = new Date(engine.clock.now().getTime() + batch.timeoutMs);
  const { rows } = await tx.query<{ size: number }>(
    `INSERT INTO engine.batches AS b (function_id, key, event_seqs, due_at) VALUES ($1, $2, ARRAY[$3::bigint], $4)
     ON CONFLICT (function_id, key, closed_by) DO UPDATE SET event_seqs = b.event_seqs || $3::bigint
     RETURNING cardinality(event_seqs) AS size`,
    [fn.id, key, stored.seq, dueAt],
  );
  if ((rows[0]?.size ?? 0) < batch.maxSize) return;
  const full: Due = { kind: "batch", functionId: fn.id, key, closedBy: 0, failures: 0 };
  await tx.query("SAVEPOINT full_batch");
  try {
    await flush(tx, engine, full);
  } catch (error) {
    if (isTransient(error)) throw error;
    await tx.query("ROLLBACK TO SAVEPOINT full_batch");
    await later(tx, engine, full, error);
  }
  await tx.query("RELEASE SAVEPOINT full_batch");
}

/** Keeps the event in place of the one before it and pushes the start back, though not beyond the longest wait. */
export async function debounce(
  tx: Tx,
  engine: EngineContext,
  fn: EngineFunction,
  { periodMs, latestMs, key }: NonNullable<EngineFunction["debounce"]>,
  stored: StoredEvent,
  event: unknown,
): Promise<void> {
  const now = engine.clock.now().getTime();
  const latestAt = latestMs === null ? null : new Date(now + latestMs);
  await tx.query(
    `INSERT INTO engine.debounces AS d (function_id, key, event_seq, due_at, latest_at)
     VALUES ($1, $2, $3, least($4::timestamptz, $5::timestamptz), $5)
     ON CONFLICT (function_id, key) DO UPDATE
       SET event_seq = excluded.event_seq, due_at = least($4::timestamptz, d.latest_at), failures = 0`,
    [fn.id, key?.key({ event }) ?? "", stored.seq, new Date(now + periodMs), latestAt],
  );
}

/** Starts the runs of batches and debounces whose time is up. Returns how many there were. */
export async function fireGathered(engine: EngineContext): Promise<number> {
  const { rows } = await engine.pool.query<Due>(
    `SELECT kind, function_id AS "functionId", key, closed_by AS "closedBy", failures FROM (
       SELECT 'batch' AS kind, function_id, key, closed_by, failures, due_at FROM engine.batches WHERE due_at <= $1
       UNION ALL
       SELECT 'debounce', function_id, key, 0, failures, due_at FROM engine.debounces WHERE due_at <= $1) due
     ORDER BY due_at LIMIT $2`,
    [engine.clock.now(), PASS_SIZE],
  );
  await eachInTransaction(
    engine.pool,
    rows,
    (tx, due) => flush(tx, engine, due),
    (due, error) => transaction(engine.pool, (tx) => later(tx, engine, due, error)),
  );
  return rows.length;
}

async function flush(tx: Tx, engine: EngineContext, due: Gathered): Promise<void> {
  await startGathered(tx, engine, due.functionId, await take(tx, due));
}

/** Takes out what was gathered, and answers its events. */
async function take(tx: Tx, { kind, functionId, key, closedBy }: Gathered): Promise<StoredEvent[]> {
  const gathered =
    kind === "batch"
      ? "DELETE FROM engine.batches WHERE function_id = $1 AND key = $2 AND closed_by = $3 RETURNING event_seqs"
      : "DELETE FROM engine.debounces WHERE function_id = $1 AND key = $2 AND $3 = 0 RETURNING ARRAY[event_seq] AS event_seqs";
  const { rows } = await tx.query<StoredEvent>(
    `WITH gathered AS (${gathered})
     SELECT ${EVENT_COLUMNS} FROM engine.events WHERE seq = ANY (SELECT unnest(event_seqs) FROM gathered) ORDER BY seq`,
    [functionId, key, closedBy],
  );
  return rows;
}

/** Notes a failure: what was gathered waits for its next try, a batch takes no more events; after the last try it goes. */
async function later(tx: Tx, engine: EngineContext, due: Due, error: unknown): Promise<void> {
  const reason = reasonOf(error);
  const { kind, functionId, key, closedBy } = due;
  const retryAt = nextTry(engine, due.failures + 1);
  if (retryAt === null) {
    const eventIds = (await take(tx, due)).map((event) => event.id);
    return putAside(tx, engine, { kind, functionId, runId: null, key, eventIds, reason });
  }
  engine.log.warn({ kind, functionId, key, reason }, "a gathered run could not be started");
  const failed =
    kind === "batch"
      ? `UPDATE engine.batches SET failures = failures + 1, due_at = $4, closed_by = event_seqs[cardinality(event_seqs)]
         WHERE function_id = $1 AND key = $2 AND closed_by = $3`
      : `UPDATE engine.debounces SET failures = failures + 1, due_at = $4
         WHERE function_id = $1 AND key = $2 AND $3 = 0`;
  await tx.query(failed, [functionId, key, closedBy, retryAt]);
}

async function startGathered(
  tx: Tx,
  engine: EngineContext,
  functionId: string,
  events: readonly StoredEvent[],
): Promise<void> {
  const fn = engine.functions.get(functionId);
  const [first] = events;
  if (fn === undefined || first === undefined) return;
  const event: unknown = JSON.parse(first.body);
  const admitted = await admit(tx, engine, fn, event, engine.clock.now());
  if (admitted !== null) await startRun(tx, engine, fn, events, admitted);
}
