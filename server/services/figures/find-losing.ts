import type { AlertFacts } from "@/server/domain/kpi/alerts";
import { liftFigures } from "@/server/domain/kpi/lift-figures";
import type { Sql } from "@/server/store/database";
import { liveCampaigns } from "@/server/store/figures-campaigns.sql";
import { campaignArms } from "./campaign-arms";
import type { Asked } from "./scope";

/** Live campaigns that decided in the scope and whose lift lies below zero with its whole interval. */
export async function findLosing(sql: Sql, asked: Asked): Promise<AlertFacts["losing"]> {
  const [live, arms] = await Promise.all([liveCampaigns(sql), campaignArms(sql, asked)]);
  return live.flatMap(({ id, name }) => {
    const { perPerson } = liftFigures(arms.of(id), 0, arms.holdout);
    if (perPerson.kind === "missing" || perPerson.high >= 0) return [];
    const { value, low, high } = perPerson;
    return [{ id, campaign: name, value, low, high }];
  });
}
