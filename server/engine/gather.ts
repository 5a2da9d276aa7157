import { admit } from "./admission";
import { type EngineContext, PASS_SIZE } from "./context";
import { eachInTransaction, type Tx } from "./database";
import { EVENT_COLUMNS, type StoredEvent } from "./events";
import type { EngineFunction } from "./function-config";
import { startRun } from "./runs";

/** Adds an event to the open batch of its key; a full batch starts its run at once. */
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
     ON CONFLICT (function_id, key) DO UPDATE SET event_seqs = b.event_seqs || $3::bigint
     RETURNING cardinality(event_seqs) AS size`,
    [fn.id, key, stored.seq, dueAt],
  );
  if ((rows[0]?.size ?? 0) >= batch.maxSize) await flush(tx, engine, fn.id, key);
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
       SET event_seq = excluded.event_seq, due_at = least($4::timestamptz, d.latest_at)`,
    [fn.id, key?.key({ event }) ?? "", stored.seq, new Date(now + periodMs), latestAt],
  );
}

type Due = { kind: "batch" | "debounce"; functionId: string; key: string };

/** Starts the runs of batches and debounces whose time is up. Returns how many there were. */
export async function fireGathered(engine: EngineContext): Promise<number> {
  const { rows } = await engine.pool.query<Due>(
    `SELECT 'batch' AS kind, function_id AS "functionId", key FROM engine.batches WHERE due_at <= $1
     UNION ALL
     SELECT 'debounce', function_id, key FROM engine.debounces WHERE due_at <= $1
     LIMIT $2`,
    [engine.clock.now(), PASS_SIZE],
  );
  await eachInTransaction(
    engine.pool,
    rows,
    (tx, due) => (due.kind === "batch" ? flush : release)(tx, engine, due.functionId, due.key),
    async (due, error) => {
      engine.log.error({ ...due, reason: String(error) }, "a gathered run could not be started");
    },
  );
  return rows.length;
}

async function flush(tx: Tx, engine: EngineContext, functionId: string, key: string): Promise<void> {
  const { rows } = await tx.query<StoredEvent>(
    `WITH batch AS (DELETE FROM engine.batches WHERE function_id = $1 AND key = $2 RETURNING event_seqs)
     SELECT ${EVENT_COLUMNS} FROM engine.events WHERE seq = ANY (SELECT unnest(event_seqs) FROM batch) ORDER BY seq`,
    [functionId, key],
  );
  await startGathered(tx, engine, functionId, rows);
}

async function release(tx: Tx, engine: EngineContext, functionId: string, key: string): Promise<void> {
  const { rows } = await tx.query<StoredEvent>(
    `WITH last AS (DELETE FROM engine.debounces WHERE function_id = $1 AND key = $2 RETURNING event_seq)
     SELECT ${EVENT_COLUMNS} FROM engine.events WHERE seq = (SELECT event_seq FROM last)`,
    [functionId, key],
  );
  await startGathered(tx, engine, functionId, rows);
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
