import { alerts } from "@/server/services/figures/alerts";
import { annotations } from "@/server/services/figures/annotations";
import { campaigns } from "@/server/services/figures/campaigns";
import { cohorts } from "@/server/services/figures/cohorts";
import { daily } from "@/server/services/figures/daily";
import { kpis } from "@/server/services/figures/kpis";
import { movement } from "@/server/services/figures/movement";
import { overview } from "@/server/services/figures/overview";
import { trend } from "@/server/services/figures/trend";
import { query, router } from "../trpc";

export const figuresRouter = router({
  overview: query(overview),
  daily: query(daily),
  campaigns: query(campaigns),
  kpis: query(kpis),
  movement: query(movement),
  trend: query(trend),
  annotations: query(annotations),
  cohorts: query(cohorts),
  alerts: query(alerts),
});
