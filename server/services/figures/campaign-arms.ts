import type { Holdout } from "@/server/domain/kpi/lift-figures";
import type { Sql } from "@/server/store/database";
import { type Arms, armsByCampaign, NO_ARMS } from "@/server/store/figures-arms.sql";
import { armsQuery } from "./arms-query";
import type { Asked } from "./scope";

/** The arms of each campaign of the scope, each measured by the holdouts that hold for it alone. */
export async function campaignArms(
  sql: Sql,
  asked: Asked,
): Promise<{ holdout: Holdout; of: (campaignId: number) => Arms }> {
  const query = await armsQuery(sql, asked, "campaign");
  const found = await armsByCampaign(sql, query);
  return { holdout: query.holdout, of: (campaignId) => found.get(campaignId) ?? NO_ARMS };
}
