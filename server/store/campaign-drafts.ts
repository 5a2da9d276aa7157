import { type CampaignBody, campaignBody } from "@/server/domain/campaign";
import type { Sql, Tx } from "./database";

/** What a campaign that runs is being changed to. `edition` is new at every save. */
export type CampaignDraft = { edition: number; body: CampaignBody; author: string; at: Date };

/** The unpublished changes of a campaign; null where there are none. */
export async function readDraft(sql: Sql, campaignId: number): Promise<CampaignDraft | null> {
  const [row] = await sql.rows<Omit<CampaignDraft, "body"> & { body: unknown }>(
    "SELECT edition, body, author, at FROM campaign_drafts WHERE campaign_id = $1",
    [campaignId],
  );
  return row === undefined ? null : { ...row, body: campaignBody.parse(row.body) };
}

/** Stores changes in place of those before. Answers their new edition. */
export async function storeDraft(
  { sql }: Pick<Tx, "sql">,
  draft: { campaignId: number; body: CampaignBody; author: string; at: Date },
): Promise<number> {
  await dropDraft({ sql }, draft.campaignId);
  const [row] = await sql.rows<{ edition: number }>(
    "INSERT INTO campaign_drafts (campaign_id, body, author, at) VALUES ($1, $2::jsonb, $3, $4) RETURNING edition",
    [draft.campaignId, JSON.stringify(draft.body), draft.author, draft.at],
  );
  if (row === undefined) throw new Error("an insert gave no edition");
  return row.edition;
}

export const dropDraft = ({ sql }: Pick<Tx, "sql">, campaignId: number) =>
  sql.rows("DELETE FROM campaign_drafts WHERE campaign_id = $1", [campaignId]);
