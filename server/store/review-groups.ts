import type { Sql } from "./database";
import { ITEM_COLUMNS, type ReviewItem, type Settlement } from "./reviews";
import { REVIEW_COLUMNS, REVIEW_JOINS, type ReviewRow } from "./reviews-list";

/** Held messages that may be approved together: of these contents, and where `onlyReason` is set, held for it alone. */
export type Group = { creativeHashes: readonly string[]; onlyReason: string | null };

/** One content of a group, with the riskiest message that waits with it. */
export type GroupContent = { creativeHash: string; count: number; sampleId: number };

const HELD_FOR = "i.state = 'held' AND ($2::text IS NULL OR i.reasons = ARRAY[$2::text])";
const IN_GROUP = `${HELD_FOR} AND i.creative_hash IN (SELECT decode(hash, 'hex') FROM unnest($1::text[]) AS hash)`;
const bound = ({ creativeHashes, onlyReason }: Group): unknown[] => [[...creativeHashes], onlyReason];

/** The contents that wait for one reason alone, those of most people first, and how many contents there are in all. */
export async function contentsHeldFor(
  sql: Sql,
  onlyReason: string,
  limit: number,
): Promise<{ creativeHashes: string[]; total: number }> {
  const rows = await sql.rows<{ hash: string; total: number }>(
    `SELECT encode(creative_hash, 'hex') AS hash, (count(*) OVER ())::int AS total
     FROM review_items i WHERE ${HELD_FOR}
     GROUP BY creative_hash ORDER BY count(*) DESC, creative_hash LIMIT $1::int`,
    [limit, onlyReason],
  );
  return { creativeHashes: rows.map(({ hash }) => hash), total: rows[0]?.total ?? 0 };
}

export type GroupLook = {
  count: number;
  contents: GroupContent[];
  /** reason → how many of them are held for it */
  reasons: Record<string, number>;
  /** the riskiest first */
  sample: ReviewRow[];
};

/** What a bulk approval would let go: how many, with which contents, why they are held, the riskiest of them. */
export async function lookAtGroup(sql: Sql, group: Group, size: number): Promise<GroupLook> {
  const [contents, reasons, sample] = await Promise.all([
    sql.rows<GroupContent>(
      `SELECT encode(i.creative_hash, 'hex') AS "creativeHash", count(*)::int AS count,
         (array_agg(i.id ORDER BY i.risk DESC, i.due_at, i.id))[1] AS "sampleId"
       FROM review_items i WHERE ${IN_GROUP} GROUP BY i.creative_hash ORDER BY count(*) DESC, i.creative_hash`,
      bound(group),
    ),
    sql.rows<{ reason: string; n: number }>(
      `SELECT reason, count(*)::int AS n FROM review_items i, unnest(i.reasons) AS reason
       WHERE ${IN_GROUP} GROUP BY reason ORDER BY n DESC, reason`,
      bound(group),
    ),
    sql.rows<ReviewRow>(
      `SELECT ${REVIEW_COLUMNS} FROM review_items i ${REVIEW_JOINS} WHERE ${IN_GROUP}
       ORDER BY i.risk DESC, i.due_at, i.id LIMIT $3::int`,
      [...bound(group), size],
    ),
  ]);
  return {
    count: contents.reduce((sum, { count }) => sum + count, 0),
    contents,
    reasons: Object.fromEntries(reasons.map(({ reason, n }) => [reason, n])),
    sample,
  };
}

/** How many wait for one reason alone. */
export async function countHeldFor(sql: Sql, onlyReason: string): Promise<number> {
  const [row] = await sql.rows<{ n: number }>(
    "SELECT count(*)::int AS n FROM review_items WHERE state = 'held' AND reasons = ARRAY[$1::text]",
    [onlyReason],
  );
  return row?.n ?? 0;
}

/** The runs that the held items of a group belong to. */
export async function runsOfGroup(sql: Sql, group: Group): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `SELECT DISTINCT i.run_id AS id FROM review_items i WHERE ${IN_GROUP} ORDER BY 1`,
    bound(group),
  );
  return rows.map(({ id }) => id);
}

/** The held items of a group, locked in id order. */
export const lockGroup = (sql: Sql, group: Group): Promise<ReviewItem[]> =>
  sql.rows<ReviewItem>(
    `SELECT ${ITEM_COLUMNS} FROM review_items i WHERE ${IN_GROUP} ORDER BY id FOR UPDATE`,
    bound(group),
  );

/** Approves locked items together, each with the content that it was locked with. */
export async function approveTogether(
  sql: Sql,
  items: readonly Pick<ReviewItem, "id" | "creativeHash">[],
  { by, at, graceUntil }: Pick<Settlement, "by" | "at" | "graceUntil">,
  batchId: string,
): Promise<void> {
  await sql.rows(
    `UPDATE review_items i SET state = 'approved', decided_by = $3, decided_at = $4, grace_until = $5, batch_id = $6::uuid
     FROM unnest($1::int[], $2::text[]) AS item(id, hash)
     WHERE i.id = item.id AND i.state = 'held' AND i.creative_hash = decode(item.hash, 'hex')`,
    [items.map(({ id }) => id), items.map(({ creativeHash }) => creativeHash), by, at, graceUntil, batchId],
  );
}

/** The runs of what was approved together. */
export async function runsOfBatch(sql: Sql, batchId: string): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    "SELECT DISTINCT run_id AS id FROM review_items WHERE batch_id = $1::uuid ORDER BY 1",
    [batchId],
  );
  return rows.map(({ id }) => id);
}

/** What was approved together and still is, locked in id order. */
export const lockBatch = (sql: Sql, batchId: string): Promise<ReviewItem[]> =>
  sql.rows<ReviewItem>(
    `SELECT ${ITEM_COLUMNS} FROM review_items WHERE batch_id = $1::uuid AND state = 'approved' ORDER BY id FOR UPDATE`,
    [batchId],
  );
