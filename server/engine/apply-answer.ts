import type { Answer } from "./answer";
import { applyOps } from "./apply-ops";
import { brokenOffBackoff, unreachableBackoff } from "./backoff";
import type { EngineContext } from "./context";
import type { Tx } from "./database";
import type { EngineFunction } from "./function-config";
import type { Call } from "./queue";
import { endRun, failRun } from "./runs";
import { type LockedRun, lockRun } from "./steps";

/** Knocking at an app that is not there goes on for about a day. */
const MOST_MISSES = 2900;

/** Writes down what a call came to. An answer for an ended run, or for an item that was taken away meanwhile, is dropped. */
export async function applyAnswer(
  tx: Tx,
  engine: EngineContext,
  fn: EngineFunction,
  call: Call,
  answer: Answer,
): Promise<void> {
  const run = await lockRun(tx, call.runId);
  if (run === null || !(await isStillOurs(tx, engine, call))) return;
  switch (answer.kind) {
    case "result":
      return endRun(tx, engine, run.id, "completed", answer.output);
    case "ops": {
      const called = await chooseVersion(tx, run, answer.version);
      const retryError = await applyOps(tx, engine, { fn, call, run: called }, answer.ops);
      return retryError === null ? undefined : retry(tx, engine, call, answer.retryAfterMs);
    }
    case "error":
      if (!answer.mayRetry || isLastAttempt(fn, call))
        return failRun(tx, engine, run.id, { error: answer.error, attempts: call.attempt + 1 });
      return retry(tx, engine, call, answer.retryAfterMs);
    case "broken-off": {
      const error = { name: "EngineError", message: `the call broke off: ${answer.reason}` };
      if (isLastAttempt(fn, call)) return failRun(tx, engine, run.id, { error, attempts: call.attempt + 1 });
      return retry(tx, engine, call, brokenOffBackoff(call.attempt, engine.random));
    }
    case "unreachable":
      if (call.misses < MOST_MISSES) return knockAgain(tx, engine, call);
      return failRun(tx, engine, run.id, {
        error: { name: "EngineError", message: `the app is not there: ${answer.reason}` },
        attempts: call.misses,
      });
  }
}

async function isStillOurs(tx: Tx, engine: EngineContext, call: Call): Promise<boolean> {
  const { rowCount } = await tx.query("SELECT 1 FROM engine.queue WHERE id = $1 AND lease = $2 FOR UPDATE", [
    call.id,
    engine.instance,
  ]);
  return rowCount === 1;
}

/** The SDK chooses the protocol version at a run's first call and keeps to it. */
async function chooseVersion(tx: Tx, run: LockedRun, version: number): Promise<LockedRun> {
  if (run.protocolVersion !== -1 || version === -1) return run;
  await tx.query("UPDATE engine.runs SET protocol_version = $2 WHERE id = $1", [run.id, version]);
  return { ...run, protocolVersion: version };
}

function isLastAttempt(fn: EngineFunction, call: Call): boolean {
  return call.attempt + 1 >= fn.maxAttempts;
}

async function retry(tx: Tx, engine: EngineContext, call: Call, waitMs: number | null): Promise<void> {
  const wait = waitMs ?? engine.backoff(call.attempt, engine.random);
  await tx.query(
    "UPDATE engine.queue SET lease = NULL, attempt = attempt + 1, misses = 0, due_at = $2 WHERE id = $1",
    [call.id, new Date(engine.clock.now().getTime() + wait)],
  );
}

async function knockAgain(tx: Tx, engine: EngineContext, call: Call): Promise<void> {
  const wait = unreachableBackoff(call.misses, engine.random);
  await tx.query("UPDATE engine.queue SET lease = NULL, misses = misses + 1, due_at = $2 WHERE id = $1", [
    call.id,
    new Date(engine.clock.now().getTime() + wait),
  ]);
}
