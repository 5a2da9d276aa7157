import type { CreativeContent as HashedContent } from "@/server/domain/creative-hash";
import type { Channel } from "@/server/domain/goal";
import type { Sql } from "./database";

/** A creative's words as they are rendered, with all that its hash covers. */
export type CreativeContent = HashedContent & { id: number; channel: Channel };

/** With the hash as it was stored, 32 bytes. */
export type StoredCreative = CreativeContent & { hash: Buffer };

/** The content of these creatives, by id. Creatives never change, so that a reader may keep them. */
export async function creativeContents(
  sql: Sql,
  ids: readonly number[],
): Promise<Map<number, StoredCreative>> {
  const rows = await sql.rows<StoredCreative>(
    `SELECT id, channel, offer_id AS "offerId", subject, preheader, html, text, slots, brand_version AS "brandVersion",
       creative_hash AS hash, (
         SELECT coalesce(jsonb_agg(jsonb_build_object('n', n, 'url', url) ORDER BY n), '[]') FROM tracked_links
         WHERE creative_id = creatives.id
       ) AS links
     FROM creatives WHERE id = ANY($1::int[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
