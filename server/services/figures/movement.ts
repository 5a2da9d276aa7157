import { figuresScope } from "@/server/domain/figures-scope";
import { fewBuyers } from "@/server/domain/kpi/few-buyers";
import { revenueMovement } from "@/server/domain/kpi/revenue-movement";
import { driverSums } from "@/server/store/figures-drivers.sql";
import { view } from "../verb";
import { scopeBefore, scopeOf } from "./scope";

/**
 * What moved revenue per touch against the period of the same length before: the sums of both periods, and the change
 * shared out over its factors (minor units). `lacking`: what one of the periods has too little of; nothing is shared then.
 */
export const movement = view({ needs: "figures.read", input: figuresScope }, async ({ ctx, now, input }) => {
  const { sql } = ctx.platform.database;
  const asked = await scopeOf(ctx, now, input);
  const before = await scopeBefore(ctx, now, asked);
  const { clickHours } = asked.configuration.attribution;
  const [sumsNow, sumsBefore] = await Promise.all([
    driverSums(sql, asked.scope, clickHours),
    driverSums(sql, before.scope, clickHours),
  ]);
  const lacking =
    fewBuyers(sumsNow.buyers) ??
    fewBuyers(sumsBefore.buyers, "people with an attributed order in the period before");
  return {
    currency: asked.scope.currency,
    before: { from: before.scope.fromDay, to: before.scope.toDay, sums: sumsBefore },
    now: { from: asked.scope.fromDay, to: asked.scope.toDay, sums: sumsNow },
    lacking,
    shared: lacking === null ? revenueMovement(sumsBefore, sumsNow) : null,
  };
});
