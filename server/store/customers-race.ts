import type { Bulk, Database } from "./database";

/** Somebody else made the same customer at the same moment: the transaction starts again and finds them. */
export class IdentityRace extends Error {}

export const RACE_ATTEMPTS = 6;
/** serialization_failure, deadlock_detected */
const AGAIN = new Set(["40001", "40P01"]);

export const isWorthAnotherTry = (error: unknown): boolean =>
  error instanceof IdentityRace ||
  (error instanceof Error && "code" in error && AGAIN.has(String(error.code)));

/** A bulk transaction that starts again when it lost a race: its work must be repeatable. */
export async function bulkRetrying<Out>(
  database: Database,
  work: (bulk: Bulk, attempt: number) => Promise<Out>,
): Promise<Out> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.bulk((bulk) => work(bulk, attempt));
    } catch (error) {
      if (attempt >= RACE_ATTEMPTS || !isWorthAnotherTry(error)) throw error;
    }
  }
}
