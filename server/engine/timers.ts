import { canonicalJson } from "./canonical-json";
import { type EngineContext, PASS_SIZE } from "./context";
import { eachInTransaction, type Tx } from "./database";
import { cancelRun } from "./runs";
import { settle } from "./steps";
import type { WaitKind } from "./wait-rows";

type Due = { runId: string; stepId: string; kind: WaitKind };

const INVOKE_TIMEOUT = canonicalJson({
  error: { name: "InngestInvokeTimeoutError", message: "the invoked function did not finish in time" },
});

/** Ends the waits whose time is up: sleeps wake, waits for events and invoked runs give up, deadlines cancel. */
export async function fireTimers(engine: EngineContext): Promise<number> {
  const { rows } = await engine.pool.query<Due>(
    `SELECT run_id AS "runId", step_id AS "stepId", kind FROM (
       SELECT * FROM engine.waits WHERE due_at <= $1 ORDER BY due_at LIMIT $2) due
     ORDER BY run_id, step_id`,
    [engine.clock.now(), PASS_SIZE],
  );
  await eachInTransaction(
    engine.pool,
    rows,
    (tx, due) => fire(tx, engine, due),
    async (due, error) => {
      engine.log.error({ ...due, reason: String(error) }, "a wait could not be ended");
    },
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
