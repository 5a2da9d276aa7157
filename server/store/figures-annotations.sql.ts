import type { Sql } from "./database";
import type { Scope } from "./figures-period.sql";

export type Change =
  | { at: Date; kind: "setting"; what: string; version: number }
  | { at: Date; kind: "campaign"; what: string; state: string };

/** What people changed in the scope that may show in a line: published settings, and campaigns that were moved. Newest first. */
export async function changes(sql: Sql, { from, to, campaignId }: Scope, most: number): Promise<Change[]> {
  const rows = await sql.rows<{
    at: Date;
    kind: "setting" | "campaign";
    what: string;
    version: number | null;
    state: string | null;
  }>(
    `SELECT published_at AS at, 'setting' AS kind, kind AS what, version, NULL AS state
     FROM setting_versions
     WHERE published_at >= $1 AND published_at < $2 AND kind IN ('policy', 'configuration', 'brand') AND version > 1
     UNION ALL
     SELECT a.at, 'campaign', c.name, NULL, a.body::json->'data'->'after'->>'state'
     FROM audit_entries a JOIN campaigns c ON c.id = a.entity_id::int
     WHERE a.action = 'campaign.move' AND a.at >= $1 AND a.at < $2 AND ($3::int IS NULL OR c.id = $3)
     ORDER BY at DESC LIMIT $4`,
    [from, to, campaignId, most],
  );
  return rows.map(({ at, kind, what, version, state }) =>
    kind === "setting" ? { at, kind, what, version: version ?? 0 } : { at, kind, what, state: state ?? "" },
  );
}
