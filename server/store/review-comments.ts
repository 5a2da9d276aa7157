import type { Sql } from "./database";

/** What somebody said about a message. */
export type ReviewComment = {
  id: number;
  /** `user:7` */
  author: string;
  authorName: string | null;
  at: Date;
  body: string;
};

/** What was said about one message, oldest first. */
export const commentsOf = (sql: Sql, reviewId: number): Promise<ReviewComment[]> =>
  sql.rows<ReviewComment>(
    `SELECT c.id, c.author, u.name AS "authorName", c.at, c.body
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
