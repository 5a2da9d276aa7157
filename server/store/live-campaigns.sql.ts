import { type CampaignBody, campaignBody } from "@/server/domain/campaign";
import type { RunPlan } from "@/server/domain/run-plan";
import type { Sql } from "./database";

export type LiveCampaign = { id: number; version: number; body: CampaignBody };

/** The campaigns that run now, by number. */
export async function liveCampaigns(sql: Sql, limit: number): Promise<LiveCampaign[]> {
  const rows = await sql.rows<{ id: number; version: number; body: unknown }>(
    `SELECT c.id, c.version, v.body FROM campaigns c
     JOIN campaign_versions v ON v.campaign_id = c.id AND v.version = c.version
     WHERE c.state = 'live' ORDER BY c.id LIMIT $1::int`,
    [limit],
  );
  return rows.map(({ body, ...rest }) => ({ ...rest, body: campaignBody.parse(body) }));
}

/** The plan of a campaign's newest run since an instant; null where none was fixed. */
export async function newestPlan(sql: Sql, campaignId: number, since: Date): Promise<RunPlan | null> {
  const [row] = await sql.rows<{ plan: RunPlan }>(
    `SELECT plan FROM runs WHERE campaign_id = $1::int AND plan IS NOT NULL AND at >= $2
     ORDER BY at DESC LIMIT 1`,
    [campaignId, since],
  );
  return row?.plan ?? null;
}
