import { type SettingBody, type SettingKind, settingKinds } from "@/server/domain/settings";
import type { Sql } from "./database";

export type InForce<Kind extends SettingKind> = { version: number; body: SettingBody<Kind> };

/** The newest published versions of several documents in one query, each as `settingInForce` gives it. */
export async function settingsInForce<Kind extends SettingKind>(
  sql: Sql,
  kinds: readonly Kind[],
): Promise<{ [Each in Kind]: InForce<Each> }> {
  const rows = await sql.rows<Stored & { kind: SettingKind }>(
    `SELECT kind, version, body FROM unnest($1::text[]) AS asked (kind) CROSS JOIN LATERAL (
       SELECT version, body FROM setting_versions v WHERE v.kind = asked.kind ORDER BY version DESC LIMIT 1) newest`,
    [kinds],
  );
  const byKind = new Map(rows.map((row) => [row.kind, row]));
  const inForce = kinds.map((kind) => [kind, parsed(kind, byKind.get(kind))]);
  // one entry for each kind that was asked for
  return Object.fromEntries(inForce) as { [Each in Kind]: InForce<Each> };
}

/** The newest published version of a document, parsed; version 0 is the built-in default. */
export async function settingInForce<Kind extends SettingKind>(
  sql: Sql,
  kind: Kind,
  version?: number,
): Promise<InForce<Kind>> {
  const [row] = await sql.rows<Stored>(
    `SELECT version, body FROM setting_versions WHERE kind = $1 AND ($2::int IS NULL OR version = $2)
     ORDER BY version DESC LIMIT 1`,
    [kind, version ?? null],
  );
  return parsed(kind, row);
}

/** Those versions of a document, by their number; 0, or one that is not stored, is the built-in default. */
export async function settingsOf<Kind extends SettingKind>(
  sql: Sql,
  kind: Kind,
  versions: readonly number[],
): Promise<Map<number, SettingBody<Kind>>> {
  const rows = await sql.rows<Stored>(
    "SELECT version, body FROM setting_versions WHERE kind = $1 AND version = ANY($2::int[])",
    [kind, versions],
  );
  return new Map(
    versions.map((version) => [
      version,
      parsed(
        kind,
        rows.find((row) => row.version === version),
      ).body,
    ]),
  );
}

type Stored = { version: number; body: unknown };

function parsed<Kind extends SettingKind>(kind: Kind, row: Stored | undefined): InForce<Kind> {
  const { schema, initial } = settingKinds[kind];
  // each kind's schema parses to that kind's body: the registry pairs them
  if (row === undefined) return { version: 0, body: initial as SettingBody<Kind> };
  return { version: row.version, body: schema.parse(row.body) as SettingBody<Kind> };
}
