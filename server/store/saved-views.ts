import type { ListName, ViewQuery } from "@/server/domain/saved-view";
import type { Sql } from "./database";

export type SavedView = {
  id: number;
  list: ListName;
  ownerId: number;
  /** null where they are no longer on the team */
  ownerName: string | null;
  name: string;
  query: ViewQuery;
  shared: boolean;
};

const COLUMNS = `v.id, v.list, v.owner_id AS "ownerId", u.name AS "ownerName", v.name, v.query, v.shared`;
const FROM = "saved_views v LEFT JOIN users u ON u.id = v.owner_id AND u.disabled_at IS NULL";

/** A person's own views of a list and those that the team shares, by name. */
export const viewsFor = (sql: Sql, userId: number, list: ListName): Promise<SavedView[]> =>
  sql.rows<SavedView>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE v.list = $2 AND (v.owner_id = $1::int OR v.shared)
     ORDER BY lower(v.name), v.id`,
    [userId, list],
  );

/** One view, its row locked; null where there is none. */
export async function lockView(sql: Sql, id: number): Promise<SavedView | null> {
  const [row] = await sql.rows<SavedView>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE v.id = $1::int FOR UPDATE OF v`,
    [id],
  );
  return row ?? null;
}

/** Adds a view. Null: the person has one of that name. */
export async function insertView(
  sql: Sql,
  view: { list: ListName; ownerId: number; name: string; query: ViewQuery },
  now: Date,
): Promise<number | null> {
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO saved_views (list, owner_id, name, query, created_at, updated_at)
     VALUES ($1, $2::int, $3, $4::jsonb, $5::timestamptz, $5::timestamptz) ON CONFLICT DO NOTHING RETURNING id`,
    [view.list, view.ownerId, view.name, JSON.stringify(view.query), now],
  );
  return row?.id ?? null;
}

/** Writes a view anew. False: the owner has another of that name. */
export async function updateView(
  sql: Sql,
  view: Pick<SavedView, "id" | "list" | "ownerId" | "name" | "query" | "shared">,
  now: Date,
): Promise<boolean> {
  const rows = await sql.rows(
    `UPDATE saved_views SET name = $2, query = $3::jsonb, shared = $4::boolean, updated_at = $5::timestamptz
     WHERE id = $1::int AND NOT EXISTS (
       SELECT FROM saved_views WHERE list = $6 AND owner_id = $7::int AND name = $2 AND id <> $1::int)
     RETURNING 1 AS n`,
    [view.id, view.name, JSON.stringify(view.query), view.shared, now, view.list, view.ownerId],
  );
  return rows.length > 0;
}

/** Takes a view away, and with it from everybody's list that opened with it. */
export async function deleteView(sql: Sql, id: number): Promise<void> {
  await sql.rows("DELETE FROM default_views WHERE view_id = $1::int", [id]);
  await sql.rows("DELETE FROM saved_views WHERE id = $1::int", [id]);
}

/** Leaves the list of others that opened with a view as it is without one. */
export async function forgetDefaultsOfOthers(sql: Sql, viewId: number, ownerId: number): Promise<void> {
  await sql.rows("DELETE FROM default_views WHERE view_id = $1::int AND user_id <> $2::int", [
    viewId,
    ownerId,
  ]);
}

/** The view that a person's list opens with; null: none. */
export async function defaultViewOf(sql: Sql, userId: number, list: ListName): Promise<number | null> {
  const [row] = await sql.rows<{ id: number }>(
    "SELECT view_id AS id FROM default_views WHERE user_id = $1::int AND list = $2",
    [userId, list],
  );
  return row?.id ?? null;
}

/** Sets the view that a person's list opens with; null: none. */
export async function setDefaultView(
  sql: Sql,
  userId: number,
  list: ListName,
  viewId: number | null,
): Promise<void> {
  await sql.rows("DELETE FROM default_views WHERE user_id = $1::int AND list = $2", [userId, list]);
  if (viewId !== null)
    await sql.rows("INSERT INTO default_views (user_id, list, view_id) VALUES ($1::int, $2, $3::int)", [
      userId,
      list,
      viewId,
    ]);
}
