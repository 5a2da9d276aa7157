import { canonicalJson } from "./canonical-json";
import { type EngineContext, PASS_SIZE } from "./context";
import { latestTime } from "./cron-times";
import { eachInTransaction, type Tx } from "./database";
import { type DeadLetter, reasonOf } from "./dead-letters";
import { EVENT_COLUMNS, ownEvent, type StoredEvent } from "./events";
import { startRun } from "./runs";

type Asked = Pick<DeadLetter, "kind" | "functionId" | "runId" | "key" | "eventIds"> & { id: number };

/**
 * Does again what a person asked for: an event is dispatched anew, everything else starts a run of its function with the
 * same events. Such a run passes idempotency, rate limit, singleton and throttle by. What cannot be begun stays put aside
 * with the new reason. Returns how many were looked at.
 */
export async function retryLetters(engine: EngineContext): Promise<number> {
  const { rows } = await engine.pool.query<Asked>(
    `SELECT id, kind, function_id AS "functionId", run_id AS "runId", key, event_ids AS "eventIds"
     FROM engine.dead_letters WHERE retry_asked_at IS NOT NULL ORDER BY id LIMIT $1`,
    [PASS_SIZE],
  );
  await eachInTransaction(
    engine.pool,
    rows,
    (tx, letter) => again(tx, engine, letter),
    (letter, error) => putBack(engine, letter, error),
  );
  return rows.length;
}

async function again(tx: Tx, engine: EngineContext, letter: Asked): Promise<void> {
  const taken = await tx.query("DELETE FROM engine.dead_letters WHERE id = $1", [letter.id]);
  if (taken.rowCount === 0) return;
  if (letter.kind === "event") return dispatchAgain(tx, engine, letter);
  const fn = engine.functions.get(letter.functionId ?? "");
  if (fn === undefined) throw new Error(`${letter.functionId ?? "its function"} is not registered any more`);
  const events = await eventsOf(tx, engine, letter);
  if (events.length === 0) throw new Error("its events are not kept any more");
  await startRun(tx, engine, fn, events, { dueAt: engine.clock.now() });
}

async function dispatchAgain(tx: Tx, engine: EngineContext, { eventIds }: Asked): Promise<void> {
  const { rowCount } = await tx.query(
    "UPDATE engine.events SET dispatched_at = NULL, failures = 0, retry_at = NULL WHERE id = ANY($1)",
    [eventIds],
  );
  if (rowCount === 0) throw new Error("its event is not kept any more");
  engine.wake("events");
}

async function eventsOf(tx: Tx, engine: EngineContext, letter: Asked): Promise<StoredEvent[]> {
  const now = engine.clock.now();
  if (letter.kind === "cron") {
    const scheduledAt = latestTime(letter.key, now).toISOString();
    return [ownEvent("inngest/scheduled.timer", { cron: letter.key, fireAt: scheduledAt, scheduledAt }, now)];
  }
  if (letter.runId !== null) return eventsOfRun(tx, letter.runId, now);
  const { rows } = await tx.query<StoredEvent>(
    `SELECT ${EVENT_COLUMNS} FROM engine.events WHERE id = ANY($1) ORDER BY seq`,
    [letter.eventIds],
  );
  return rows;
}

/** The events that a run was started with, as it kept them: those of schedules are stored nowhere else. */
async function eventsOfRun(tx: Tx, runId: string, now: Date): Promise<StoredEvent[]> {
  const { rows } = await tx.query<{ eventIds: string[]; events: { name: string }[] }>(
    `SELECT event_ids AS "eventIds", events FROM engine.runs WHERE id = $1`,
    [runId],
  );
  const { eventIds = [], events = [] } = rows[0] ?? {};
  return eventIds.flatMap((id, i) => {
    const event = events[i];
    if (event === undefined) return [];
    return [{ seq: 0, id, senderId: null, name: event.name, body: canonicalJson(event), startsAt: now }];
  });
}

async function putBack(engine: EngineContext, { id }: Asked, error: unknown): Promise<void> {
  const reason = reasonOf(error);
  engine.log.warn({ letter: id, reason }, "what was given up could not be begun again");
  await engine.pool.query(
    "UPDATE engine.dead_letters SET retry_asked_at = NULL, reason = $2, given_up_at = $3 WHERE id = $1",
    [id, reason, engine.clock.now()],
  );
}
