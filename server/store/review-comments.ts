import type { Sql } from "./database";

/** What somebody said about a message. */
export type ReviewComment = {
  id: number;
  /** `user:7` */
  author: string;
  authorName: string | null;
  at: Date;
  /** empty once it was removed */
  body: string;
  /** when its author took it back; null while it stands */
  removedAt: Date | null;
};

export type LockedComment = Pick<ReviewComment, "author" | "removedAt"> & {
  reviewId: number;
  characters: number;
};

/** What was said about one message, oldest first. */
export const commentsOf = (sql: Sql, reviewId: number): Promise<ReviewComment[]> =>
  sql.rows<ReviewComment>(
    `SELECT c.id, c.author, u.name AS "authorName", c.at, c.body, c.removed_at AS "removedAt"
     FROM review_comments c LEFT JOIN users u ON c.author = 'user:' || u.id
     WHERE c.review_id = $1 ORDER BY c.at, c.id`,
    [reviewId],
  );

export async function addComment(
  sql: Sql,
  comment: { reviewId: number; author: string; at: Date; body: string },
): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    "INSERT INTO review_comments (review_id, author, at, body) VALUES ($1, $2, $3, $4) RETURNING id",
    [comment.reviewId, comment.author, comment.at, comment.body],
  );
  if (row === undefined) throw new Error("inserting a comment gave no row");
  return row.id;
}

/** Locks a comment for the rest of the transaction; null for an unknown id. */
export async function lockComment(sql: Sql, id: number): Promise<LockedComment | null> {
  const [row] = await sql.rows<LockedComment>(
    `SELECT review_id AS "reviewId", author, length(body) AS characters, removed_at AS "removedAt"
     FROM review_comments WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

/** Takes the words away; that somebody said something stays. */
export const removeComment = (sql: Sql, id: number, at: Date) =>
  sql.rows("UPDATE review_comments SET body = '', removed_at = $2 WHERE id = $1", [id, at]);
