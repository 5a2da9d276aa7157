import { z } from "zod";
import { type Context, may } from "@/server/context";
import { type Alert, alertsOf, BUDGET_NEARLY_SPENT, DUE_SOON_HOURS } from "@/server/domain/kpi/alerts";
import { DAY_MS, HOUR_MS } from "@/server/domain/time";
import { givenUpWork } from "@/server/store/failures.sql";
import { alertCounts, failedRuns, spentBudgets } from "@/server/store/figures-alerts.sql";
import { view } from "../verb";
import { findBreaches } from "./find-breaches";
import { findLosing } from "./find-losing";
import { scopeOf } from "./scope";

const WEEK_DAYS = 7;

/** What needs a person now, most urgent first. A way to act is named only to whoever may take it. */
export const alerts = view(
  { needs: "figures.read", input: z.object({}).prefault({}) },
  async ({ ctx, now }) => {
    const { sql } = ctx.platform.database;
    const weekAgo = new Date(now.getTime() - WEEK_DAYS * DAY_MS);
    const asked = await scopeOf(ctx, now, {
      from: null,
      to: null,
      campaignId: null,
      channel: null,
    });
    const { scope, company } = asked;
    const [counts, failed, givenUp, spent, breaches, losing] = await Promise.all([
      alertCounts(sql, {
        now,
        dayAgo: new Date(now.getTime() - DAY_MS),
        weekAgo,
        dueBefore: new Date(now.getTime() + DUE_SOON_HOURS * HOUR_MS),
      }),
      failedRuns(sql, weekAgo),
      givenUpWork(sql),
      spentBudgets(sql, BUDGET_NEARLY_SPENT),
      findBreaches(sql, { ...scope, from: weekAgo }),
      findLosing(sql, asked),
    ]);
    return alertsOf({
      ...counts,
      failedRuns: failed,
      givenUp,
      spentBudgets: spent,
      breaches: breaches.length,
      losing,
      currency: scope.currency,
      hasPostalAddress: company.postalAddress.trim() !== "",
    }).map((alert) => permitted(ctx, alert));
  },
);

function permitted({ actor }: Context, { action, otherwise, ...alert }: Alert) {
  const open = [action, otherwise].find((one) => one !== undefined && may(actor, one.needs));
  return { ...alert, action: open === undefined ? null : { label: open.label, href: open.href } };
}
