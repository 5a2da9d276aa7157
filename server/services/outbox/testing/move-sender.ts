import type { Sql } from "@/server/store/database";

/** Publishes the company with another sender's address. */
export async function moveSender(sql: Sql, fromAddress: string): Promise<void> {
  await sql.rows(
    `INSERT INTO setting_versions (kind, version, body, note, author, published_at)
     SELECT kind, version + 1, jsonb_set(body, '{fromAddress}', to_jsonb($1::text)), '', 'test', published_at
     FROM setting_versions WHERE kind = 'company' ORDER BY version DESC LIMIT 1`,
    [fromAddress],
  );
}
