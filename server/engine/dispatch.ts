import { admit, isFirstWithId } from "./admission";
import { type EngineContext, PASS_SIZE } from "./context";
import { eachInTransaction, type Tx, transaction } from "./database";
import { nextTry, putAside, reasonOf } from "./dead-letters";
import { EVENT_COLUMNS, type StoredEvent } from "./events";
import { expression, valueAt } from "./expression";
import type { EngineFunction } from "./function-config";
import { addToBatch, debounce } from "./gather";
import { cancelRun, startRun } from "./runs";
import { settle } from "./steps";
import { matchKey } from "./wait-rows";

type Due = StoredEvent & { failures: number };

/**
 * Gives stored events to whoever listens, in the order of their arrival: waiting runs, cancellations, triggers.
 * An event that cannot be dispatched is tried again later, five times in all, then put aside with the reason.
 * Returns how many events were looked at.
 */
export async function dispatchEvents(engine: EngineContext): Promise<number> {
  const { rows } = await engine.pool.query<Due>(
    `SELECT ${EVENT_COLUMNS}, failures FROM engine.events
     WHERE dispatched_at IS NULL AND (retry_at IS NULL OR retry_at <= $2) ORDER BY seq LIMIT $1`,
    [PASS_SIZE, engine.clock.now()],
  );
  await eachInTransaction(
    engine.pool,
    rows,
    (tx, event) => dispatch(tx, engine, event),
    (event, error) => later(engine, event, error),
  );
  return rows.length;
}

async function dispatch(tx: Tx, engine: EngineContext, stored: StoredEvent): Promise<void> {
  const event: unknown = JSON.parse(stored.body);
  await answerWaits(tx, engine, stored.name, stored.body, event);
  for (const fn of engine.functions.triggeredBy(stored.name)) {
    const isMeant = fn.events.some((it) => it.name === stored.name && (it.when?.test({ event }) ?? true));
    if (isMeant) await arrive(tx, engine, fn, stored, event);
  }
  await tx.query("UPDATE engine.events SET dispatched_at = $2 WHERE seq = $1", [
    stored.seq,
    engine.clock.now(),
  ]);
}

async function arrive(
  tx: Tx,
  engine: EngineContext,
  fn: EngineFunction,
  stored: StoredEvent,
  event: unknown,
): Promise<void> {
  const now = engine.clock.now();
  if (stored.senderId !== null && !(await isFirstWithId(tx, fn, stored.senderId, now))) return;
  if (fn.batch !== null) return addToBatch(tx, engine, fn, fn.batch, stored, event);
  if (fn.debounce !== null) return debounce(tx, engine, fn, fn.debounce, stored, event);
  const admitted = await admit(tx, engine, fn, event, stored.startsAt);
  if (admitted !== null) await startRun(tx, engine, fn, [stored], admitted);
}

type WaitRow = {
  runId: string;
  stepId: string;
  kind: "event" | "cancel";
  expression: string | null;
  event: string;
};

async function answerWaits(
  tx: Tx,
  engine: EngineContext,
  name: string,
  body: string,
  event: unknown,
): Promise<void> {
  const paths = await tx.query<{ path: string }>(
    "SELECT path FROM engine.match_paths WHERE event_name = $1",
    [name],
  );
  const keys = paths.rows.flatMap(({ path }) => {
    const value = valueAt(event, path);
    return value === null ? [] : [matchKey(path, value)];
  });
  const { rows } = await tx.query<WaitRow>(
    `SELECT w.run_id AS "runId", w.step_id AS "stepId", w.kind, w.expression,
       CASE WHEN w.match_key IS NULL AND w.expression IS NOT NULL THEN r.event::text END AS event
     FROM engine.waits w JOIN engine.runs r ON r.id = w.run_id
     WHERE w.event_name = $1 AND (w.match_key IS NULL OR w.match_key = ANY ($2))
     ORDER BY w.run_id, w.step_id`,
    [name, keys],
  );
  for (const wait of rows) {
    const needsTest = wait.event !== null && wait.expression !== null;
    if (
      needsTest &&
      !expression(wait.expression ?? "").test({ event: JSON.parse(wait.event) as unknown, async: event })
    )
      continue;
    if (wait.kind === "cancel") await cancelRun(tx, engine, wait.runId);
    else await settle(tx, engine, wait.runId, wait.stepId, body);
  }
}

async function later(engine: EngineContext, event: Due, error: unknown): Promise<void> {
  const reason = reasonOf(error);
  const { seq, id, name } = event;
  const retryAt = nextTry(engine, event.failures + 1);
  await transaction(engine.pool, async (tx) => {
    if (retryAt !== null) engine.log.warn({ event: id, name, reason }, "an event could not be dispatched");
    else
      await putAside(tx, engine, {
        kind: "event",
        functionId: null,
        runId: null,
        key: name,
        eventIds: [id],
        reason,
      });
    await tx.query(
      "UPDATE engine.events SET failures = failures + 1, retry_at = $2, dispatched_at = $3 WHERE seq = $1",
      [seq, retryAt, retryAt === null ? engine.clock.now() : null],
    );
  });
}
