import type { Channel } from "@/server/domain/goal";
import type { Sql } from "./database";

/** A creative's words as they are rendered, with the destinations of its links. */
export type CreativeContent = {
  id: number;
  channel: Channel;
  offerId: string | null;
  subject: string;
  preheader: string;
  html: string;
  text: string;
};

/** The content of these creatives, by id. Creatives never change, so that a reader may keep them. */
export async function creativeContents(
  sql: Sql,
  ids: readonly number[],
): Promise<Map<number, CreativeContent>> {
  const rows = await sql.rows<CreativeContent>(
    `SELECT id, channel, offer_id AS "offerId", subject, preheader, html, text FROM creatives WHERE id = ANY($1::int[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
