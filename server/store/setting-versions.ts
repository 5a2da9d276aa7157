import type { SettingKind } from "@/server/domain/settings";
import type { Database, Sql, Tx } from "./database";

/** Who published which version when, and why. */
export type VersionHead = { version: number; note: string; author: string; publishedAt: Date };

/** What people are called whom a version names as its author, `user:7` → name; others are absent. */
export async function authorNames(sql: Sql, authors: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.rows<{ author: string; name: string }>(
    "SELECT 'user:' || id AS author, name FROM users WHERE 'user:' || id = ANY($1::text[])",
    [authors],
  );
  return new Map(rows.map(({ author, name }) => [author, name]));
}

/** The newest versions of a document, newest first, below `before`. */
export const listVersions = (
  prisma: Database["prisma"],
  kind: SettingKind,
  { before, limit }: { before: number | null; limit: number },
): Promise<VersionHead[]> =>
  prisma.settingVersion.findMany({
    where: { kind, ...(before === null ? {} : { version: { lt: before } }) },
    orderBy: { version: "desc" },
    take: limit,
    select: { version: true, note: true, author: true, publishedAt: true },
  });

export type StoredVersion = VersionHead & { body: unknown };

/** One published version as it was stored; null where there is none. */
export const readVersion = (
  prisma: Database["prisma"],
  kind: SettingKind,
  version: number,
): Promise<StoredVersion | null> =>
  prisma.settingVersion.findUnique({
    where: { kind_version: { kind, version } },
    select: { version: true, note: true, author: true, publishedAt: true, body: true },
  });

/**
 * Stores the version after `expected`. False where somebody else did so first: the key of the table decides who.
 */
export async function insertVersion(
  tx: Tx,
  kind: SettingKind,
  expected: number,
  version: { body: unknown; note: string; author: string; at: Date },
): Promise<boolean> {
  const rows = await tx.sql.rows(
    `INSERT INTO setting_versions (kind, version, body, note, author, published_at)
     SELECT $1, $2::int + 1, $3::jsonb, $4, $5, $6
     WHERE $2 = (SELECT coalesce(max(version), 0) FROM setting_versions WHERE kind = $1)
     ON CONFLICT (kind, version) DO NOTHING RETURNING version`,
    [kind, expected, JSON.stringify(version.body), version.note, version.author, version.at],
  );
  return rows.length === 1;
}
