import { canonicalJson } from "./canonical-json";
import { type EngineContext, PASS_SIZE } from "./context";
import { eachInTransaction, isTransient, type Tx, transaction } from "./database";
import { nextTry, putAside, reasonOf } from "./dead-letters";
import { cancelRun, endRun } from "./runs";
import { lockRun, settle } from "./steps";
import type { WaitKind } from "./wait-rows";

type Due = { runId: string; stepId: string; kind: WaitKind; failures: number };

const INVOKE_TIMEOUT = canonicalJson({
  error: { name: "InngestInvokeTimeoutError", message: "the invoked function did not finish in time" },
});

/** Ends the waits whose time is up: sleeps wake, waits for events and invoked runs give up, deadlines cancel. */
export async function fireTimers(engine: EngineContext): Promise<number> {
  const { rows } = await engine.pool.query<Due>(
    `SELECT run_id AS "runId", step_id AS "stepId", kind, failures FROM (
       SELECT * FROM engine.waits WHERE due_at <= $1 ORDER BY due_at LIMIT $2) due
     ORDER BY run_id, step_id`,
    [engine.clock.now(), PASS_SIZE],
  );
  await eachInTransaction(
    engine.pool,
    rows,
    (tx, due) => fire(tx, engine, due),
    (due, error) => later(engine, due, error),
  );
  return rows.length;
}

async function fire(tx: Tx, engine: EngineContext, { runId, stepId, kind }: Due): Promise<void> {
  switch (kind) {
    case "sleep":
    case "event":
      return settle(tx, engine, runId, stepId, "null");
    case "invoke":
      return settle(tx, engine, runId, stepId, INVOKE_TIMEOUT);
    case "cancel":
      return drop(tx, runId, stepId);
    case "start":
      if (!(await hasStarted(tx, runId))) await cancelRun(tx, engine, runId);
      return drop(tx, runId, stepId);
    case "finish":
      await cancelRun(tx, engine, runId);
      return drop(tx, runId, stepId);
  }
}

async function drop(tx: Tx, runId: string, stepId: string): Promise<void> {
  await tx.query("DELETE FROM engine.waits WHERE run_id = $1 AND step_id = $2", [runId, stepId]);
}

async function hasStarted(tx: Tx, runId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM engine.queue WHERE run_id = $1 AND (lease IS NOT NULL OR attempt > 0)
     UNION ALL SELECT 1 FROM engine.steps WHERE run_id = $1 LIMIT 1`,
    [runId],
  );
  return rowCount !== 0;
}

/** Notes a failure: the wait ends later. After the last try its run has failed; a run that cannot even fail stays as it is. */
async function later(engine: EngineContext, due: Due, error: unknown): Promise<void> {
  const { runId, stepId, kind } = due;
  const reason = reasonOf(error);
  const retryAt = nextTry(engine, due.failures + 1);
  if (retryAt !== null) {
    engine.log.warn({ runId, stepId, kind, reason }, "a wait could not be ended");
    await engine.pool.query(
      "UPDATE engine.waits SET due_at = $3, failures = failures + 1 WHERE run_id = $1 AND step_id = $2",
      [runId, stepId, retryAt],
    );
    return;
  }
  try {
    // a cancellation whose time is over ends nothing
    await transaction(engine.pool, (tx) =>
      giveUp(tx, engine, due, reason, kind === "cancel" ? silence : failRun),
    );
  } catch (again) {
    if (isTransient(again)) throw again;
    await transaction(engine.pool, (tx) => giveUp(tx, engine, due, reason, silence));
  }
}

type Ending = (tx: Tx, engine: EngineContext, due: Due, reason: string) => Promise<void>;

async function giveUp(tx: Tx, engine: EngineContext, due: Due, reason: string, end: Ending): Promise<void> {
  const { runId, stepId } = due;
  const { rows } = await tx.query<{ functionId: string; eventIds: string[] }>(
    `SELECT function_id AS "functionId", event_ids AS "eventIds" FROM engine.runs WHERE id = $1`,
    [runId],
  );
  await end(tx, engine, due, reason);
  const { functionId = null, eventIds = [] } = rows[0] ?? {};
  await putAside(tx, engine, { kind: "wait", functionId, runId, key: stepId, eventIds, reason });
}

const failRun: Ending = async (tx, engine, { runId, stepId }, reason) => {
  const message = `a wait could not be ended: ${reason}`;
  if ((await lockRun(tx, runId)) === null) return drop(tx, runId, stepId);
  await endRun(tx, engine, runId, "failed", { name: "EngineError", message });
};

const silence: Ending = async (tx, _engine, { runId, stepId }) => {
  await tx.query("UPDATE engine.waits SET due_at = NULL WHERE run_id = $1 AND step_id = $2", [runId, stepId]);
};
