import { admit } from "./admission";
import type { EngineContext } from "./context";
import { cronProblem, latestTime, nextTime } from "./cron-times";
import { eachInTransaction, type Tx, transaction } from "./database";
import { nextTry, putAside, reasonOf } from "./dead-letters";
import { ownEvent } from "./events";
import type { EngineFunction } from "./function-config";
import { startRun } from "./runs";

/** Makes the schedules of these functions, and no others of theirs, stand. A schedule that stands keeps its next time. */
export async function setCrons(tx: Tx, functions: readonly EngineFunction[], now: Date): Promise<void> {
  const wanted = functions.flatMap((fn) =>
    fn.crons.map((cron) => ({ id: fn.id, cron, nextAt: nextTime(cron, now) })),
  );
  const columns = [wanted.map((it) => it.id), wanted.map((it) => it.cron), wanted.map((it) => it.nextAt)];
  await tx.query(
    `DELETE FROM engine.crons c WHERE function_id = ANY ($3) AND NOT EXISTS (
       SELECT 1 FROM unnest($1::text[], $2::text[]) AS w (id, cron) WHERE w.id = c.function_id AND w.cron = c.cron)`,
    [columns[0], columns[1], functions.map((fn) => fn.id)],
  );
  await tx.query(
    `INSERT INTO engine.crons (function_id, cron, next_at)
     SELECT DISTINCT ON (id, cron) id, cron, next_at FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS w (id, cron, next_at)
     ON CONFLICT DO NOTHING`,
    columns,
  );
}

type Due = { functionId: string; cron: string; failures: number };

/** Starts the runs whose time has come. Of several missed times only the latest fires. Returns how many fired. */
export async function fireCrons(engine: EngineContext): Promise<number> {
  const { rows } = await engine.pool.query<Due>(
    `SELECT function_id AS "functionId", cron, failures FROM engine.crons WHERE next_at <= $1`,
    [engine.clock.now()],
  );
  await eachInTransaction(
    engine.pool,
    rows,
    (tx, due) => fire(tx, engine, due),
    (due, error) => transaction(engine.pool, (tx) => later(tx, engine, due, error)),
  );
  return rows.length;
}

async function fire(tx: Tx, engine: EngineContext, { functionId, cron }: Due): Promise<void> {
  const now = engine.clock.now();
  const moved = await tx.query(
    "UPDATE engine.crons SET next_at = $3, failures = 0 WHERE function_id = $1 AND cron = $2 AND next_at <= $4",
    [functionId, cron, nextTime(cron, now), now],
  );
  const fn = engine.functions.get(functionId);
  if (moved.rowCount === 0 || fn === undefined) return;
  const scheduledAt = latestTime(cron, now).toISOString();
  const stored = ownEvent("inngest/scheduled.timer", { cron, fireAt: scheduledAt, scheduledAt }, now);
  const admitted = await admit(tx, engine, fn, JSON.parse(stored.body) as unknown, now);
  if (admitted !== null) await startRun(tx, engine, fn, [stored], admitted);
}

/** Notes a failure: the run is tried again, or this time of it is given up. A schedule without a next time goes. */
async function later(tx: Tx, engine: EngineContext, due: Due, error: unknown): Promise<void> {
  const { functionId, cron } = due;
  const reason = reasonOf(error);
  const retryAt = nextTry(engine, due.failures + 1);
  if (retryAt !== null) {
    engine.log.warn({ functionId, cron, reason }, "a scheduled run could not be started");
    await tx.query(
      "UPDATE engine.crons SET next_at = $3, failures = failures + 1 WHERE function_id = $1 AND cron = $2",
      [functionId, cron, retryAt],
    );
    return;
  }
  await putAside(tx, engine, { kind: "cron", functionId, runId: null, key: cron, eventIds: [], reason });
  await (cronProblem(cron) === null
    ? tx.query("UPDATE engine.crons SET next_at = $3, failures = 0 WHERE function_id = $1 AND cron = $2", [
        functionId,
        cron,
        nextTime(cron, engine.clock.now()),
      ])
    : tx.query("DELETE FROM engine.crons WHERE function_id = $1 AND cron = $2", [functionId, cron]));
}
