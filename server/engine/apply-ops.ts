import { z } from "zod";
import type { Op } from "./answer";
import { canonicalJson } from "./canonical-json";
import type { EngineContext } from "./context";
import type { Tx } from "./database";
import { instantOf } from "./duration";
import { ownEvent } from "./events";
import { expression } from "./expression";
import type { EngineFunction } from "./function-config";
import { type Call, enqueue } from "./queue";
import { endRun, failRun, startRun } from "./runs";
import { goOn, type LockedRun, memoise, plan, type StepNote } from "./steps";
import { addWait } from "./wait-rows";

const LARGEST_OUTPUT = 4 * 1024 * 1024;
const LONGEST_WAIT_MS = 366 * 86_400_000;

type Scene = { fn: EngineFunction; call: Call; run: LockedRun };

/** An op that cannot be carried out as it is. It becomes the step's error, which the function may catch. */
class BadOp extends Error {}

/**
 * Carries out the ops of one answer and queues what comes next. Returns the error of a step that is to be tried
 * again (the queue item then stays), otherwise null (the item is done and gone).
 */
export async function applyOps(
  tx: Tx,
  engine: EngineContext,
  scene: Scene,
  ops: readonly Op[],
): Promise<unknown> {
  const { fn, call, run } = scene;
  const failed = ops.find((op) => op.op === "StepError");
  if (failed !== undefined && call.attempt + 1 < fn.maxAttempts) return failed.error ?? {};
  await tx.query("DELETE FROM engine.queue WHERE id = $1", [call.id]);
  const complete = ops.find((op) => op.op === "RunComplete");
  const deferred = ops.some((op) => op.op === "DeferAdd" || op.op === "DeferAbort");
  // Nobody awaits a deferred run, so only the end of this one can tell that it will not happen.
  if (deferred)
    await failRun(tx, engine, run.id, {
      error: engineError("defer is not supported by the embedded engine"),
      attempts: call.attempt + 1,
    });
  else if (complete !== undefined) await endRun(tx, engine, run.id, "completed", complete.data);
  else await noteOps(tx, engine, scene, ops);
  return null;
}

/** Everything is noted before anything is started, so that no finished step goes on while its siblings are unknown. */
async function noteOps(tx: Tx, engine: EngineContext, scene: Scene, ops: readonly Op[]): Promise<void> {
  const { run } = scene;
  const finished: Op[] = [];
  const begun: Op[] = [];
  for (const op of ops) {
    const memo = memoOf(op);
    if (memo === null) {
      if (await plan(tx, run.id, noteOf(op))) begun.push(op);
    } else {
      await memoise(tx, run.id, noteOf(op), memo, engine.clock.now());
      finished.push(op);
    }
  }
  finished.push(...(await startAll(tx, engine, scene, begun)));
  if (finished.length > 0) await goOn(tx, engine, run, finished.some(isRace));
  else if (begun.length === 0) await endIfStuck(tx, engine, run);
}

/** Starts what was planned. Returns the ops that could not be started: their memo is the reason. */
async function startAll(tx: Tx, engine: EngineContext, scene: Scene, ops: readonly Op[]): Promise<Op[]> {
  const impossible: Op[] = [];
  for (const op of ops)
    try {
      await start(tx, engine, scene, op);
    } catch (error) {
      if (!(error instanceof BadOp)) throw error;
      const memo = errorMemo("EngineError", error.message);
      await memoise(tx, scene.run.id, noteOf(op), memo, engine.clock.now());
      impossible.push(op);
    }
  return impossible;
}

/** An answer that brought nothing new is fine while something else is under way; otherwise the run would wait forever. */
async function endIfStuck(tx: Tx, engine: EngineContext, run: LockedRun): Promise<void> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM engine.steps WHERE run_id = $1 AND memo IS NULL
     UNION ALL SELECT 1 FROM engine.queue WHERE run_id = $1 LIMIT 1`,
    [run.id],
  );
  if (rowCount !== 0) return;
  const message = "the function asks again for steps that it has the results of";
  await failRun(tx, engine, run.id, { error: engineError(message), attempts: 1 });
}

/** The memo of an op that is over; null for one that only asks for something. */
function memoOf(op: Op): string | null {
  if (op.op === "StepRun" || op.op === "Step") {
    const memo = canonicalJson({ data: op.data ?? null });
    return memo.length <= LARGEST_OUTPUT
      ? memo
      : errorMemo("StepOutputTooLarge", "a step may return at most 4 MB");
  }
  if (op.op === "StepFailed" || op.op === "StepError")
    return canonicalJson({ error: op.error ?? { name: "Error", message: "the step failed" } });
  return null;
}

async function start(tx: Tx, engine: EngineContext, { call, run }: Scene, op: Op): Promise<void> {
  const now = engine.clock.now();
  const wait = { runId: run.id, stepId: op.id };
  switch (op.op) {
    case "StepPlanned":
      await enqueue(tx, {
        ...wait,
        functionId: run.functionId,
        slots: run.slots,
        dueAt: now,
        planOnly: true,
      });
      return engine.wake("calls");
    case "Sleep":
      await addWait(tx, { ...wait, kind: "sleep", dueAt: until(op.name, now) });
      return engine.wake("timers");
    case "WaitForEvent": {
      const { event, timeout, when } = waitOptions(op);
      await addWait(tx, {
        ...wait,
        kind: "event",
        dueAt: until(timeout, now),
        match: {
          eventName: event,
          when: when === undefined ? null : parsed(when),
          event: JSON.parse(call.event) as unknown,
        },
      });
      return engine.wake("timers");
    }
    case "InvokeFunction":
      return invoke(tx, engine, run, op);
    default:
      throw new BadOp(`${op.op} is not supported by the embedded engine`);
  }
}

const invocation = z.object({
  function_id: z.string(),
  payload: z.object({ data: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  timeout: z.string().nullish(),
});

async function invoke(tx: Tx, engine: EngineContext, run: LockedRun, op: Op): Promise<void> {
  const options = invocation.safeParse(op.opts);
  if (!options.success) throw new BadOp("step.invoke came without a function");
  const { function_id: id, payload, timeout } = options.data;
  const fn = engine.functions.get(id);
  if (fn === undefined) throw new BadOp(`step.invoke: function "${id}" is not registered`);
  const now = engine.clock.now();
  await addWait(tx, {
    runId: run.id,
    stepId: op.id,
    kind: "invoke",
    dueAt: timeout ? until(timeout, now) : null,
  });
  const event = ownEvent("inngest/function.invoked", payload?.data ?? {}, now);
  await startRun(tx, engine, fn, [event], { dueAt: now, parent: { runId: run.id, stepId: op.id } });
}

const waiting = z.object({ timeout: z.string(), if: z.string().optional() });

function waitOptions(op: Op): { event: string; timeout: string; when: string | undefined } {
  const options = waiting.safeParse(op.opts);
  if (!options.success || !op.name) throw new BadOp("step.waitForEvent came without an event or a timeout");
  return { event: op.name, timeout: options.data.timeout, when: options.data.if };
}

function parsed(source: string) {
  try {
    return expression(source);
  } catch (error) {
    throw new BadOp(`"${source}" does not parse: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function until(text: string | null | undefined, now: Date): Date {
  const at = instantOf(text ?? "", now);
  if (at === null) throw new BadOp(`"${text}" is no duration and no instant`);
  if (at.getTime() - now.getTime() > LONGEST_WAIT_MS) throw new BadOp("a run can wait for at most 366 days");
  return at;
}

function noteOf(op: Op): StepNote {
  return { id: op.id, op: op.op, name: op.displayName ?? op.name ?? op.id, race: isRace(op) };
}

function isRace(op: Op): boolean {
  return op.opts?.parallelMode === "race";
}

function engineError(message: string): { name: string; message: string } {
  return { name: "EngineError", message };
}

function errorMemo(name: string, message: string): string {
  return canonicalJson({ error: { name, message } });
}
