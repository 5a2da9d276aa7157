import type { Tx } from "./database";
import { type Expression, valueAt } from "./expression";

export type WaitKind = "sleep" | "event" | "invoke" | "cancel" | "start" | "finish";

type NewWait = {
  runId: string;
  stepId: string;
  kind: WaitKind;
  /** When it ends by itself; null: never. */
  dueAt: Date | null;
  /** The event that ends it: its name, the condition, and the run's own event that the condition may compare with. */
  match?: { eventName: string; when: Expression | null; event: unknown };
};

/** Registers a wait. One whose condition is a single equality is keyed by its value, so that events find it by index. */
export async function addWait(tx: Tx, wait: NewWait): Promise<void> {
  const { match } = wait;
  const path = match?.when?.equality ?? null;
  const value = path === null ? null : valueAt(match?.event, path.event);
  if (match !== undefined && path !== null)
    await tx.query(
      "INSERT INTO engine.match_paths (event_name, path) VALUES ($1, $2) ON CONFLICT DO NOTHING",
      [match.eventName, path.async],
    );
  await tx.query(
    `INSERT INTO engine.waits (run_id, step_id, kind, event_name, expression, match_key, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [
      wait.runId,
      wait.stepId,
      wait.kind,
      match?.eventName ?? null,
      match?.when?.source ?? null,
      // A missing value equals nothing, so such a wait has a key that no event produces.
      path === null ? null : value === null ? "" : matchKey(path.async, value),
      wait.dueAt,
    ],
  );
}

export function matchKey(path: string, value: string): string {
  return `${path}=${value}`;
}
