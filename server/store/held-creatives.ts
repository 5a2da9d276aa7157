import type { CopyText } from "@/server/domain/copy/copy-text";
import type { ActionKind, Channel } from "@/server/domain/goal";
import type { RunPlan } from "@/server/domain/run-plan";
import type { Company } from "@/server/domain/settings/company";
import type { Sql } from "./database";

/** The words of a held message, with what they were written for. */
export type HeldCreative = {
  id: number;
  campaignId: number;
  campaignVersion: number;
  segment: string;
  action: ActionKind;
  offerId: string | null;
  channel: Channel;
  variant: string;
  language: Company["language"];
  subject: string;
  preheader: string;
  html: string;
  text: string;
  slots: string[];
  /** before layout; null where only the layout is known */
  copy: CopyText | null;
  brandVersion: number;
  /** hex */
  creativeHash: string;
  writtenBy: "model" | "rules" | "person";
  model: string | null;
  promptVersion: string | null;
  approvedAt: Date | null;
  approvedBy: string | null;
};

/** One creative; throws where it is gone, as held items keep theirs. */
export async function heldCreative(sql: Sql, id: number): Promise<HeldCreative> {
  const [row] = await sql.rows<HeldCreative>(
    `SELECT id, campaign_id AS "campaignId", campaign_version AS "campaignVersion", segment, action, offer_id AS "offerId",
       channel, variant, language, subject, preheader, html, text, slots, copy, brand_version AS "brandVersion",
       encode(creative_hash, 'hex') AS "creativeHash", written_by AS "writtenBy", model, prompt_version AS "promptVersion",
       approved_at AS "approvedAt", approved_by AS "approvedBy"
     FROM creatives WHERE id = $1`,
    [id],
  );
  if (row === undefined) throw new Error(`creative ${id} is gone`);
  return row;
}

/** The plan of a run, as its decisions were made; null for a run from before plans were kept. */
export async function planOf(sql: Sql, runId: number): Promise<RunPlan | null> {
  const [row] = await sql.rows<{ plan: RunPlan | null }>("SELECT plan FROM runs WHERE id = $1", [runId]);
  return row?.plan ?? null;
}

export type EditedWords = {
  subject: string;
  preheader: string;
  html: string;
  text: string;
  slots: readonly string[];
  copy: CopyText;
  links: readonly { n: number; url: string }[];
  creativeHash: Buffer;
};

/** Stores words that a person wrote for one customer, in the place of `original`. The same words are stored once. Answers the id. */
export async function insertEdited(
  sql: Sql,
  original: HeldCreative,
  customerId: number,
  words: EditedWords,
  at: Date,
): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO creatives (campaign_id, campaign_version, segment, action, offer_id, channel, variant, language, subject,
       preheader, html, text, slots, copy, brand_version, creative_hash, customer_id, written_by, created_at)
     SELECT campaign_id, campaign_version, segment, action, offer_id, channel, variant, language, $3,
       $4, $5, $6, $7::jsonb, $8::jsonb, brand_version, $9, $2, 'person', $10
     FROM creatives WHERE id = $1
     ON CONFLICT (campaign_id, campaign_version, segment, action, offer_id, channel, variant, language, customer_id,
       creative_hash) DO UPDATE SET customer_id = EXCLUDED.customer_id
     RETURNING id`,
    [
      original.id,
      customerId,
      words.subject,
      words.preheader,
      words.html,
      words.text,
      JSON.stringify(words.slots),
      JSON.stringify(words.copy),
      words.creativeHash,
      at,
    ],
  );
  if (row === undefined) throw new Error(`creative ${original.id} is gone`);
  await sql.rows(
    `INSERT INTO tracked_links (creative_id, n, url)
     SELECT $1, n, url FROM jsonb_to_recordset($2::jsonb) AS link(n int, url text) ON CONFLICT DO NOTHING`,
    [row.id, JSON.stringify(words.links)],
  );
  return row.id;
}
