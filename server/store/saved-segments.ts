import { type Audience, audience as audienceSchema } from "@/server/domain/audience";
import type { Sql } from "./database";

export type SavedSegment = {
  id: number;
  name: string;
  audience: Audience;
  /** who saved it; null where they are no longer on the team */
  ownerName: string | null;
  createdAt: Date;
};

/** The team's saved segments, by name. */
export async function savedSegments(sql: Sql): Promise<SavedSegment[]> {
  const rows = await sql.rows<Omit<SavedSegment, "audience"> & { audience: unknown }>(
    `SELECT s.id, s.name, s.audience, u.name AS "ownerName", s.created_at AS "createdAt"
     FROM saved_segments s LEFT JOIN users u ON u.id = s.owner_id AND u.disabled_at IS NULL
     ORDER BY lower(s.name), s.id`,
  );
  return rows.map((row) => ({ ...row, audience: audienceSchema.parse(row.audience) }));
}

/** Adds a segment. Null: there is one of that name. */
export async function insertSavedSegment(
  sql: Sql,
  { name, audience, ownerId }: { name: string; audience: Audience; ownerId: number },
  now: Date,
): Promise<number | null> {
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO saved_segments (name, audience, owner_id, created_at)
     VALUES ($1, $2::jsonb, $3::int, $4::timestamptz) ON CONFLICT DO NOTHING RETURNING id`,
    [name, JSON.stringify(audience), ownerId, now],
  );
  return row?.id ?? null;
}

/** Takes a segment away and answers what it was; null: there is none. */
export async function deleteSavedSegment(
  sql: Sql,
  id: number,
): Promise<{ name: string; audience: unknown } | null> {
  const [row] = await sql.rows<{ name: string; audience: unknown }>(
    "DELETE FROM saved_segments WHERE id = $1::int RETURNING name, audience",
    [id],
  );
  return row ?? null;
}
