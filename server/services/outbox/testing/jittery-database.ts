import { setTimeout as sleep } from "node:timers/promises";
import type { Bulk, Database, Sql } from "@/server/store/database";

type Options = {
  /** uniform on [0, 1), seeded by the test */
  random: () => number;
  longestMs: number;
  /** makes a wrong variant of every statement, to see that a test notices */
  mutate?: (statement: string) => string;
};

/** The same database with a pause of random length before each statement of a bulk transaction, so that transactions interleave. */
export function jitteryDatabase(
  database: Database,
  { random, longestMs, mutate = (text) => text }: Options,
): Database {
  const jittery = (sql: Sql): Sql => ({
    async rows(text, params) {
      await sleep(random() * longestMs);
      return sql.rows(mutate(text), params);
    },
  });
  return {
    ...database,
    bulk: (work) => database.bulk((bulk: Bulk) => work({ ...bulk, sql: jittery(bulk.sql) })),
  };
}

/** The mutant that claims without looking at consents and suppressions. */
export const withoutConsentCheck = (statement: string): string =>
  statement.replace('p.state AS "emailConsent"', `'granted' AS "emailConsent"`);

/** The mutant that does not count what other claims have taken of a customer's week. */
export const withoutFrequencyCount = (statement: string): string =>
  statement.replace(
    "state IN ('claimed', 'sent', 'uncertain') GROUP BY customer_id",
    "false GROUP BY customer_id",
  );
