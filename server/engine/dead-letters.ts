import type pg from "pg";
import type { DeadLetterKind } from "@/server/domain/dead-letter";
import type { EngineContext } from "./context";
import type { Tx } from "./database";

/** How often the engine tries what it cannot do. */
export const MOST_FAILURES = 5;
const LONGEST_REASON = 1000;

/** What was put aside after the last try. */
export type DeadLetter = {
  kind: DeadLetterKind;
  functionId: string | null;
  runId: string | null;
  key: string;
  eventIds: readonly string[];
  reason: string;
  /** how often it was tried; as often as the engine tries where nothing else is said */
  attempts?: number;
};

/** When a row is tried again after its failure number `failures` (from 1); null: it was the last try. */
export function nextTry(engine: EngineContext, failures: number): Date | null {
  if (failures >= MOST_FAILURES) return null;
  return new Date(engine.clock.now().getTime() + engine.backoff(failures - 1, engine.random));
}

/** An error's words as text that the database takes: what cannot be handled is often what it cannot store. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll("\u0000", "\uFFFD").slice(0, LONGEST_REASON);
}

/** Writes down what was given up, beside whatever takes it out of the engine's way, and says so in the log. */
export async function putAside(db: pg.Pool | Tx, engine: EngineContext, letter: DeadLetter): Promise<void> {
  engine.log.error({ ...letter }, "given up for good");
  await db.query(
    `INSERT INTO engine.dead_letters (kind, function_id, run_id, key, event_ids, reason, given_up_at, attempts)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      letter.kind,
      letter.functionId,
      letter.runId,
      letter.key,
      letter.eventIds,
      letter.reason,
      engine.clock.now(),
      letter.attempts ?? MOST_FAILURES,
    ],
  );
}
