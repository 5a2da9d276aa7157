import type { DeadLetterKind } from "@/server/domain/dead-letter";
import type { Sql } from "./database";

/** Work that the engine gave up, as it put it aside. */
export type Failure = {
  id: number;
  kind: DeadLetterKind;
  functionId: string | null;
  /** the event's name, the key of a batch, the schedule, the step that waited */
  key: string;
  reason: string;
  attempts: number;
  givenUpAt: Date;
  /** when somebody asked for another try; null while nobody has */
  retryAskedAt: Date | null;
};

const COLUMNS = `id, kind, function_id AS "functionId", key, reason, attempts, given_up_at AS "givenUpAt",
  retry_asked_at AS "retryAskedAt"`;

/** What failed for good, newest first; that below the number `before`. */
export const listFailures = (sql: Sql, page: { before: number | null; limit: number }): Promise<Failure[]> =>
  sql.rows<Failure>(
    `SELECT ${COLUMNS} FROM engine.dead_letters WHERE $1::bigint IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
    [page.before, page.limit],
  );

/** Locks one for the rest of the transaction; null where it is gone. */
export async function lockFailure(sql: Sql, id: number): Promise<Failure | null> {
  const [row] = await sql.rows<Failure>(
    `SELECT ${COLUMNS} FROM engine.dead_letters WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

/** Has the engine do it again, within seconds. */
export const askAgain = (sql: Sql, id: number, at: Date) =>
  sql.rows("UPDATE engine.dead_letters SET retry_asked_at = $2 WHERE id = $1", [id, at]);

export const dropFailure = (sql: Sql, id: number) =>
  sql.rows("DELETE FROM engine.dead_letters WHERE id = $1", [id]);

/** Which functions or events failed for good and how often, while nobody has asked for them again; most often first. */
export const givenUpWork = (sql: Sql) =>
  sql.rows<{ what: string; times: number }>(
    `SELECT coalesce(function_id, key) AS what, count(*)::int AS times FROM engine.dead_letters
     WHERE retry_asked_at IS NULL GROUP BY 1 ORDER BY times DESC, what`,
  );
