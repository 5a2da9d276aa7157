import type { Sql } from "./database";
import type { Scope } from "./figures-period.sql";

/** The versions of the policy under which the scope's touches were decided. */
export async function policyVersions(sql: Sql, { from, to, campaignId }: Scope): Promise<number[]> {
  const rows = await sql.rows<{ version: number }>(
    `SELECT DISTINCT policy_version AS version FROM runs WHERE id IN (
       SELECT DISTINCT run_id FROM touches
       WHERE at >= $1 AND at < $2 AND ($3::int IS NULL OR campaign_id = $3)
     ) ORDER BY version`,
    [from, to, campaignId],
  );
  return rows.map(({ version }) => version);
}
