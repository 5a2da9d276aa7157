import { canonicalJson } from "./canonical-json";
import type { EngineContext } from "./context";
import type { Tx } from "./database";
import { putAside, reasonOf } from "./dead-letters";
import { publish, type StoredEvent } from "./events";
import type { EngineFunction } from "./function-config";
import { ulid } from "./ids";
import { DISCOVERY, enqueue, slotsOf } from "./queue";
import { lockRun, settle } from "./steps";
import { addWait } from "./wait-rows";

type RunStatus = "completed" | "failed" | "cancelled";
type Parent = { runId: string; stepId: string };

/** Starts a run: its row, its first call and the events and deadlines that may cancel it. Returns its id. */
export async function startRun(
  tx: Tx,
  engine: EngineContext,
  fn: EngineFunction,
  events: readonly StoredEvent[],
  options: { dueAt: Date; singletonKey?: string | null; parent?: Parent },
): Promise<string> {
  const [first] = events;
  if (first === undefined) throw new Error(`a run of ${fn.id} needs an event`);
  const now = engine.clock.now();
  const id = ulid(now.getTime());
  const event: unknown = JSON.parse(first.body);
  const slots = slotsOf(fn, event);
  await tx.query(
    `INSERT INTO engine.runs (id, function_id, event_ids, event, events, slots, singleton_key, parent_run_id, parent_step_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      fn.id,
      events.map((it) => it.id),
      first.body,
      `[${events.map((it) => it.body).join(",")}]`,
      slots,
      options.singletonKey ?? null,
      options.parent?.runId ?? null,
      options.parent?.stepId ?? null,
      now,
    ],
  );
  await enqueue(tx, {
    runId: id,
    functionId: fn.id,
    stepId: DISCOVERY,
    slots,
    dueAt: options.dueAt,
    planOnly: false,
  });
  await addCancellations(tx, fn, id, event, options.dueAt);
  engine.wake("calls");
  return id;
}

async function addCancellations(
  tx: Tx,
  fn: EngineFunction,
  runId: string,
  event: unknown,
  dueAt: Date,
): Promise<void> {
  const after = (ms: number | null) => (ms === null ? null : new Date(dueAt.getTime() + ms));
  for (const [index, cancel] of fn.cancels.entries())
    await addWait(tx, {
      runId,
      stepId: `cancel:${index}`,
      kind: "cancel",
      dueAt: after(cancel.withinMs),
      match: { eventName: cancel.event, when: cancel.when, event },
    });
  if (fn.startWithinMs !== null)
    await addWait(tx, { runId, stepId: "deadline:start", kind: "start", dueAt: after(fn.startWithinMs) });
  if (fn.finishWithinMs !== null)
    await addWait(tx, { runId, stepId: "deadline:finish", kind: "finish", dueAt: after(fn.finishWithinMs) });
}

/** Ends a run that failed for good, and puts it aside for whoever looks after the machine. */
export async function failRun(
  tx: Tx,
  engine: EngineContext,
  runId: string,
  { error, attempts }: { error: unknown; attempts: number },
): Promise<void> {
  await endRun(tx, engine, runId, "failed", error);
  const { rows } = await tx.query<{ functionId: string; eventIds: string[] }>(
    `SELECT function_id AS "functionId", event_ids AS "eventIds" FROM engine.runs WHERE id = $1`,
    [runId],
  );
  for (const { functionId, eventIds } of rows)
    await putAside(tx, engine, {
      kind: "run",
      functionId,
      runId,
      key: functionId,
      eventIds,
      reason: reasonOf(asError(error).message),
      attempts,
    });
}

/**
 * Ends a run that the caller holds locked: whatever is queued or awaited for it goes, a run that invoked it goes on,
 * and the events about its end are published. `output` is the result, or the error of a failed run.
 */
export async function endRun(
  tx: Tx,
  engine: EngineContext,
  runId: string,
  status: RunStatus,
  output: unknown,
): Promise<void> {
  const { rows } = await tx.query<{
    functionId: string;
    event: string;
    events: string;
    parentRunId: string | null;
    parentStepId: string | null;
  }>(
    `WITH gone AS (DELETE FROM engine.queue WHERE run_id = $1), over AS (DELETE FROM engine.waits WHERE run_id = $1)
     UPDATE engine.runs SET status = $2, output = $3, ended_at = $4 WHERE id = $1
     RETURNING function_id AS "functionId", event::text AS event, events::text AS events,
       parent_run_id AS "parentRunId", parent_step_id AS "parentStepId"`,
    [runId, status, canonicalJson(output ?? null), engine.clock.now()],
  );
  const run = rows[0];
  if (run === undefined) return;
  const error = status === "completed" ? null : asError(output);
  const about = () => ({
    function_id: run.functionId,
    run_id: runId,
    event: JSON.parse(run.event) as unknown,
    events: JSON.parse(run.events) as unknown,
  });
  if (status === "failed")
    await publish(tx, engine, "inngest/function.failed", () => ({ ...about(), error }));
  if (status === "cancelled")
    await publish(tx, engine, "inngest/function.cancelled", () => ({ ...about(), error }));
  await publish(tx, engine, "inngest/function.finished", () => ({
    ...about(),
    ...(error === null ? { result: output ?? null } : { error }),
  }));
  if (run.parentRunId !== null && run.parentStepId !== null) {
    const memo = error === null ? { data: output ?? null } : { error };
    await settle(tx, engine, run.parentRunId, run.parentStepId, canonicalJson(memo));
  }
}

/** Cancels a run if it still runs. A call of it that is under way is not interrupted; its answer is dropped. */
export async function cancelRun(tx: Tx, engine: EngineContext, runId: string): Promise<boolean> {
  if ((await lockRun(tx, runId)) === null) return false;
  await endRun(tx, engine, runId, "cancelled", { name: "Error", message: "function cancelled" });
  return true;
}

/** The shape that the SDK expects of an error, whatever the app answered. */
function asError(output: unknown): { name: string; message: string } & Record<string, unknown> {
  if (typeof output === "object" && output !== null && "message" in output)
    return { name: "Error", ...output, message: String(output.message) };
  return { name: "Error", message: typeof output === "string" ? output : canonicalJson(output ?? null) };
}
