import type { CopyText } from "@/server/domain/copy/copy-text";
import type { Piece } from "./creatives.sql";
import type { Sql } from "./database";

/** What a person wrote for a piece of a campaign. */
export type OwnWords = { copy: CopyText; author: string };

type Row = Piece & OwnWords;

/** What persons wrote for the campaign's pieces, the newest of each, whatever brief it was written under. */
export const ownWords = (sql: Sql, campaignId: number): Promise<Row[]> =>
  sql.rows<Row>(
    `SELECT DISTINCT ON (segment, action, offer_id, channel, variant, language)
       segment, action, offer_id AS "offerId", channel, variant, language, copy, author
     FROM creatives
     WHERE campaign_id = $1 AND customer_id IS NULL AND written_by = 'person' AND made_from IS NOT NULL
     ORDER BY segment, action, offer_id, channel, variant, language, id DESC`,
    [campaignId],
  );

/** Other words stand for these pieces now: what persons wrote before is found no more. */
export async function letGoOwnWords(
  sql: Sql,
  campaignId: number,
  replaced: readonly (Piece & { creativeHash: string })[],
): Promise<void> {
  await sql.rows(
    `UPDATE creatives c SET made_from = NULL
     FROM jsonb_to_recordset($2::jsonb) AS g(segment text, action text, "offerId" text, channel text, variant text,
       language text, "creativeHash" text)
     WHERE c.campaign_id = $1 AND c.customer_id IS NULL AND c.written_by = 'person' AND c.made_from IS NOT NULL
       AND c.segment = g.segment AND c.action = g.action AND c.offer_id IS NOT DISTINCT FROM g."offerId"
       AND c.channel = g.channel AND c.variant = g.variant AND c.language = g.language
       AND c.creative_hash <> decode(g."creativeHash", 'hex')`,
    [campaignId, JSON.stringify(replaced)],
  );
}
