import { type CampaignInput, campaignBody } from "@/server/domain/campaign";
import type { Sql } from "@/server/store/database";

/** A live campaign of the given body; answers its id. */
export async function seedCampaign(sql: Sql, now: Date, body: Partial<CampaignInput> = {}): Promise<number> {
  const whole = campaignBody.parse({ name: "Win back", goal: "win-back", ...body });
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO campaigns (name, goal, state, holdout_share, created_at, created_by, updated_at)
     VALUES ($1, $2, 'live', $3, $4, 'seed', $4) RETURNING id`,
    [whole.name, whole.goal, whole.holdoutShare, now],
  );
  if (row === undefined) throw new Error("an insert gave no id");
  await sql.rows(
    "INSERT INTO campaign_versions (campaign_id, version, body, author, at) VALUES ($1, 1, $2::jsonb, 'seed', $3)",
    [row.id, JSON.stringify(whole), now],
  );
  return row.id;
}
