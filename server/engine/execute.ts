import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "./answer";
import { applyAnswer } from "./apply-answer";
import { callFunction } from "./call";
import { committed } from "./committed";
import type { EngineContext } from "./context";
import { isTransient } from "./database";
import type { EngineFunction } from "./function-config";
import type { Call } from "./queue";
import { failRun } from "./runs";
import { lockRun } from "./steps";

/** Makes one leased call and writes down what it came to. While the database is away it keeps the answer and waits. */
export async function execute(engine: EngineContext, call: Call, signal: AbortSignal): Promise<void> {
  const fn = engine.functions.get(call.functionId);
  if (fn === undefined)
    return giveUp(engine, call, `function "${call.functionId}" is not registered any more`, signal);
  const answer = await callFunction(engine, fn, call, signal);
  if (signal.aborted) return;
  report(engine, call, answer);
  try {
    await whenDatabaseIsThere(
      () => committed(engine, (tx, quiet) => applyAnswer(tx, quiet, fn, call, answer)),
      signal,
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await refuseAnswer(engine, fn, call, reason, signal);
  }
}

/** An answer that cannot be stored counts as a failed attempt; the last one ends the run. */
async function refuseAnswer(
  engine: EngineContext,
  fn: EngineFunction,
  call: Call,
  reason: string,
  signal: AbortSignal,
) {
  engine.log.error({ run: call.runId, fn: call.functionId, reason }, "an answer could not be stored");
  const error = { name: "EngineError", message: `the answer could not be stored: ${reason}` };
  const refused: Answer = { kind: "error", error, mayRetry: true, retryAfterMs: null };
  await whenDatabaseIsThere(
    () => committed(engine, (tx, quiet) => applyAnswer(tx, quiet, fn, call, refused)),
    signal,
  );
}

async function giveUp(
  engine: EngineContext,
  call: Call,
  message: string,
  signal: AbortSignal,
): Promise<void> {
  engine.log.error({ run: call.runId, fn: call.functionId }, message);
  const end = () =>
    committed(engine, async (tx, quiet) => {
      if ((await lockRun(tx, call.runId)) !== null)
        await failRun(tx, quiet, call.runId, {
          error: { name: "EngineError", message },
          attempts: call.attempt + 1,
        });
    });
  await whenDatabaseIsThere(end, signal);
}

async function whenDatabaseIsThere(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (let waitMs = 50; !signal.aborted; waitMs = Math.min(1000, waitMs * 2))
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error)) throw error;
      await sleep(waitMs);
    }
}

function report(engine: EngineContext, call: Call, answer: Answer): void {
  if (answer.kind === "result" || answer.kind === "ops") return;
  const { runId: run, functionId: fn, stepId: step, attempt } = call;
  const reason = answer.kind === "error" ? messageOf(answer.error) : answer.reason;
  engine.log.warn({ run, fn, step, attempt, reason }, `a call came to nothing: ${answer.kind}`);
}

function messageOf(error: unknown): string {
  const hasMessage = typeof error === "object" && error !== null && "message" in error;
  return hasMessage ? String(error.message) : JSON.stringify(error);
}
