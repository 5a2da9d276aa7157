import type { EngineContext } from "./context";
import type { Tx } from "./database";
import { DISCOVERY, enqueue } from "./queue";

/** A running run, locked by the transaction that holds it. */
export type LockedRun = { id: string; functionId: string; slots: string[]; protocolVersion: number };

/** SDKs that chose this protocol version want to be called after each parallel step, not once after all. */
const EAGER_VERSION = 1;

/** Locks a run. Null when it has ended: whatever comes late for it is dropped. */
export async function lockRun(tx: Tx, runId: string): Promise<LockedRun | null> {
  const { rows } = await tx.query<LockedRun>(
    `SELECT id, function_id AS "functionId", slots, protocol_version AS "protocolVersion"
     FROM engine.runs WHERE id = $1 AND status = 'running' FOR UPDATE`,
    [runId],
  );
  return rows[0] ?? null;
}

export type StepNote = { id: string; op: string; name: string; race: boolean };

/** Notes that a step was planned. False when it is known already: it was planned by an earlier call. */
export async function plan(tx: Tx, runId: string, step: StepNote): Promise<boolean> {
  const { rowCount } = await tx.query(
    "INSERT INTO engine.steps (run_id, step_id, op, name, race) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
    [runId, step.id, step.op, step.name, step.race],
  );
  return rowCount === 1;
}

/** Writes a step's result, once. False when it had one: the later result is dropped. `memo` is canonical JSON. */
export async function memoise(
  tx: Tx,
  runId: string,
  step: StepNote,
  memo: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO engine.steps AS s (run_id, step_id, op, name, race, memo, position, finished_at)
     VALUES ($1, $2, $3, $4, $5, $6,
       (SELECT count(*) FROM engine.steps WHERE run_id = $1 AND memo IS NOT NULL), $7)
     ON CONFLICT (run_id, step_id) DO UPDATE
       SET memo = excluded.memo, position = excluded.position, finished_at = excluded.finished_at
       WHERE s.memo IS NULL`,
    [runId, step.id, step.op, step.name, step.race, memo, now],
  );
  return rowCount === 1;
}

/**
 * Calls the run again after steps have finished: at once when nothing is pending; otherwise only after a step of a
 * race, and then without running anything, because other steps are still under way.
 */
export async function goOn(tx: Tx, engine: EngineContext, run: LockedRun, raced: boolean): Promise<void> {
  const { rowCount } = await tx.query(
    "SELECT 1 FROM engine.steps WHERE run_id = $1 AND memo IS NULL LIMIT 1",
    [run.id],
  );
  const stillPending = rowCount !== 0;
  if (stillPending && !raced && run.protocolVersion !== EAGER_VERSION) return;
  await enqueue(tx, {
    runId: run.id,
    functionId: run.functionId,
    stepId: DISCOVERY,
    slots: run.slots,
    dueAt: engine.clock.now(),
    planOnly: stillPending,
  });
  engine.wake("calls");
}

/** Ends a wait of a run with its result and lets the run go on. Nothing happens when the run or the wait is over. */
export async function settle(
  tx: Tx,
  engine: EngineContext,
  runId: string,
  stepId: string,
  memo: string,
): Promise<void> {
  const run = await lockRun(tx, runId);
  if (run === null) return;
  await tx.query("DELETE FROM engine.waits WHERE run_id = $1 AND step_id = $2", [runId, stepId]);
  const { rows } = await tx.query<{ op: string; name: string; race: boolean }>(
    "SELECT op, name, race FROM engine.steps WHERE run_id = $1 AND step_id = $2 AND memo IS NULL",
    [runId, stepId],
  );
  const step = rows[0];
  if (step === undefined) return;
  await memoise(tx, runId, { id: stepId, ...step }, memo, engine.clock.now());
  await goOn(tx, engine, run, step.race);
}
