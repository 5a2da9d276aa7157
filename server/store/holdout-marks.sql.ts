import type { Sql } from "./database";

export type HoldoutMark = { state: "out" | "in"; at: Date; actor: string; reason: string };

/** The mark in force; null: nobody ever kept this customer out. */
export async function holdoutMark(sql: Sql, customerId: number): Promise<HoldoutMark | null> {
  const [row] = await sql.rows<HoldoutMark>(
    `SELECT state, at, actor, reason FROM holdout_marks WHERE customer_id = $1::int
     ORDER BY at DESC, id DESC LIMIT 1`,
    [customerId],
  );
  return row ?? null;
}

/** Adds a mark, dated no earlier than the one before, so that it is the one in force. */
export async function addHoldoutMark(
  sql: Sql,
  mark: { customerId: number; state: "out" | "in"; actor: string; reason: string; ref: string },
  now: Date,
): Promise<void> {
  await sql.rows(
    `INSERT INTO holdout_marks (customer_id, state, at, actor, reason, ref)
     SELECT $1::int, $2, greatest($3::timestamptz, max(at)), $4, $5, $6 FROM holdout_marks WHERE customer_id = $1::int`,
    [mark.customerId, mark.state, now, mark.actor, mark.reason, mark.ref],
  );
}
