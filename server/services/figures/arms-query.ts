import type { Sql } from "@/server/store/database";
import { type ArmsQuery, campaignsDecided } from "@/server/store/figures-arms.sql";
import type { Asked } from "./scope";

/** The line divides people at its node `action`, after the rollout: who was stopped before is on neither side. */
const UNDIVIDED = {
  nodes: ["goal", "route", "segment", "insights"],
  reasons: ["action.outside-rollout"],
};

/**
 * Who is compared with whom. A campaign alone in its period is measured by both holdouts; among others by its own,
 * since the company's holdout is kept from the others too; all campaigns together by the company's. `per` campaign: each
 * of the scope by itself.
 */
export async function armsQuery(
  sql: Sql,
  { scope, configuration }: Pick<Asked, "scope" | "configuration">,
  per: "scope" | "campaign" = scope.campaignId === null ? "scope" : "campaign",
): Promise<ArmsQuery> {
  const decided = await campaignsDecided(sql, scope);
  const isAlone = decided.length === 1 && (scope.campaignId === null || scope.campaignId === decided[0]);
  return {
    scope,
    holdout: isAlone ? "alone" : per === "scope" ? "company" : "campaign",
    undivided: UNDIVIDED,
    windowDays: configuration.attribution.conversionDays,
  };
}
