import type { SettingKind } from "@/server/domain/settings";
import type { Sql } from "./database";

export type SettingDraft = {
  basedOn: number;
  body: unknown;
  revision: number;
  author: string;
  savedAt: Date;
};

/** The draft of a document; null where none is kept. */
export async function settingDraft(sql: Sql, kind: SettingKind): Promise<SettingDraft | null> {
  const [row] = await sql.rows<SettingDraft>(
    `SELECT d.based_on AS "basedOn", d.body, d.revision, coalesce(u.name, d.author) AS author, d.saved_at AS "savedAt"
     FROM setting_drafts d LEFT JOIN users u ON d.author = 'user:' || u.id WHERE kind = $1`,
    [kind],
  );
  return row ?? null;
}

/** Keeps a draft in the place of revision `expected` (0: of none). Null where somebody saved another meanwhile. */
export async function keepDraft(
  sql: Sql,
  kind: SettingKind,
  expected: number,
  draft: { basedOn: number; body: unknown; author: string; at: Date },
): Promise<number | null> {
  const [row] = await sql.rows<{ revision: number }>(
    `INSERT INTO setting_drafts (kind, based_on, body, revision, author, saved_at)
     SELECT $1, $3::int, $4::jsonb, 1, $5, $6 WHERE $2::int = 0 OR EXISTS (SELECT FROM setting_drafts WHERE kind = $1)
     ON CONFLICT (kind) DO UPDATE SET based_on = EXCLUDED.based_on, body = EXCLUDED.body,
       revision = setting_drafts.revision + 1, author = EXCLUDED.author, saved_at = EXCLUDED.saved_at
     WHERE setting_drafts.revision = $2::int
     RETURNING revision`,
    [kind, expected, draft.basedOn, JSON.stringify(draft.body), draft.author, draft.at],
  );
  return row?.revision ?? null;
}

/** Throws a draft away; answers its revision, null where there was none. */
export async function dropDraft(sql: Sql, kind: SettingKind): Promise<number | null> {
  const [row] = await sql.rows<{ revision: number }>(
    "DELETE FROM setting_drafts WHERE kind = $1 RETURNING revision",
    [kind],
  );
  return row?.revision ?? null;
}
