import type { AlertFacts } from "@/server/domain/kpi/alerts";
import { liftFigures } from "@/server/domain/kpi/lift-figures";
import type { Sql } from "@/server/store/database";
import { arms } from "@/server/store/figures-arms.sql";
import { campaignNames } from "@/server/store/figures-campaigns.sql";
import { verdictCounts } from "@/server/store/figures-decisions.sql";
import { armsQuery } from "./arms-query";
import type { Asked } from "./scope";

/** Live campaigns that decided in the scope and whose lift lies below zero with its whole interval. */
export async function findLosing(sql: Sql, asked: Asked): Promise<AlertFacts["losing"]> {
  const decided = new Set((await verdictCounts(sql, asked.scope)).map(({ campaignId }) => campaignId));
  const losing: AlertFacts["losing"] = [];
  for (const { id, name, state } of await campaignNames(sql, [...decided])) {
    if (state !== "live") continue;
    const query = await armsQuery(sql, { ...asked, scope: { ...asked.scope, campaignId: id } });
    const { perPerson } = liftFigures(await arms(sql, query), 0);
    if (perPerson.kind === "missing" || perPerson.high >= 0) continue;
    const { value, low, high } = perPerson;
    losing.push({ id, campaign: name, value, low, high });
  }
  return losing;
}
