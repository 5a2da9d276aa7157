import type { CopyText } from "@/server/domain/copy/copy-text";
import type { ActionKind, Channel } from "@/server/domain/goal";
import type { PlannedCreative } from "@/server/domain/run-plan";
import type { Sql } from "./database";

/** What a creative is for. */
export type Piece = {
  segment: string;
  action: ActionKind;
  offerId: string | null;
  channel: Channel;
  variant: string;
  language: string;
};

export type NewCreative = Piece & {
  campaignId: number;
  campaignVersion: number;
  subject: string;
  preheader: string;
  html: string;
  text: string;
  slots: readonly string[];
  copy: CopyText;
  brandVersion: number;
  /** hex, as is `madeFrom` */
  creativeHash: string;
  writtenBy: PlannedCreative["writtenBy"];
  /** as in the audit, where a person wrote it */
  author: string | null;
  model: string | null;
  promptVersion: string | null;
  madeFrom: string;
  links: readonly { n: number; url: string }[];
};

/** A stored creative with the words that it was laid out from. */
export type MadeCreative = { planned: PlannedCreative; copy: CopyText | null; author: string | null };

type Row = PlannedCreative & Omit<MadeCreative, "planned"> & { madeFrom: string };

/**
 * The campaign's creatives that were made from exactly these inputs, by input (hex). Where there are several, a person's
 * words come before others, and then the newest.
 */
export async function creativesMadeFrom(
  sql: Sql,
  campaignId: number,
  inputs: readonly string[],
): Promise<Map<string, MadeCreative>> {
  const rows = await sql.rows<Row>(
    `SELECT id, segment, action, offer_id AS "offerId", channel, variant, language, copy, author,
       encode(creative_hash, 'hex') AS "creativeHash", written_by AS "writtenBy", encode(made_from, 'hex') AS "madeFrom"
     FROM creatives
     WHERE campaign_id = $1 AND customer_id IS NULL
       AND made_from IN (SELECT decode(input, 'hex') FROM unnest($2::text[]) AS input)
     ORDER BY written_by = 'person', id`,
    [campaignId, inputs],
  );
  return new Map(rows.map(({ madeFrom, copy, author, ...planned }) => [madeFrom, { planned, copy, author }]));
}

/**
 * Inserts creatives with the destinations of their links. Where the same words stand for the same piece already, that
 * row stays, with its approval, and is found by the new inputs.
 */
export async function insertCreatives(sql: Sql, creatives: readonly NewCreative[], at: Date): Promise<void> {
  await sql.rows(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS g("campaignId" int, "campaignVersion" int, segment text, action text,
         "offerId" text, channel text, variant text, language text, subject text, preheader text, html text, text text,
         slots jsonb, copy jsonb, "brandVersion" int, "creativeHash" text, "writtenBy" text, author text, model text,
         "promptVersion" text, "madeFrom" text, links jsonb)
     ), written AS (
       INSERT INTO creatives (campaign_id, campaign_version, segment, action, offer_id, channel, variant, language, subject,
         preheader, html, text, slots, copy, brand_version, creative_hash, written_by, author, model, prompt_version,
         made_from, created_at)
       SELECT "campaignId", "campaignVersion", segment, action, "offerId", channel, variant, language, subject,
         preheader, html, text, slots, copy, "brandVersion", decode("creativeHash", 'hex'), "writtenBy", author, model,
         "promptVersion", decode("madeFrom", 'hex'), $2 FROM given
       ON CONFLICT (campaign_id, campaign_version, segment, action, offer_id, channel, variant, language, customer_id, creative_hash)
         DO UPDATE SET made_from = EXCLUDED.made_from
       RETURNING id, made_from
     )
     INSERT INTO tracked_links (creative_id, n, url)
     SELECT w.id, l.n, l.url FROM written w JOIN given g ON decode(g."madeFrom", 'hex') = w.made_from
     CROSS JOIN LATERAL jsonb_to_recordset(g.links) AS l(n smallint, url text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(creatives), at],
  );
}

export type CreativeBody = { id: number; subject: string; html: string; text: string };

/** The words of these creatives. */
export const creativeBodies = (sql: Sql, ids: readonly number[]): Promise<CreativeBody[]> =>
  sql.rows<CreativeBody>("SELECT id, subject, html, text FROM creatives WHERE id = ANY($1::int[])", [ids]);

/** Which of these creatives a person has approved. */
export async function approvedAmong(sql: Sql, ids: readonly number[]): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    "SELECT id FROM creatives WHERE id = ANY($1::int[]) AND approved_at IS NOT NULL ORDER BY id",
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Languages that at least this share of a run's audience speaks. */
export async function audienceLanguages(sql: Sql, runId: number, share: number): Promise<string[]> {
  const rows = await sql.rows<{ language: string }>(
    `SELECT language FROM (
       SELECT c.language, count(*) AS n, sum(count(*)) OVER () AS of FROM run_audience a
       JOIN customers c ON c.id = a.customer_id WHERE a.run_id = $1 GROUP BY c.language
     ) spoken WHERE language IS NOT NULL AND n >= of * $2 ORDER BY language`,
    [runId, share],
  );
  return rows.map(({ language }) => language);
}
