import { dayIn } from "@/server/domain/day-in";
import { figuresScope } from "@/server/domain/figures-scope";
import { armBands } from "@/server/domain/kpi/arm-bands";
import { armWindows } from "@/server/store/figures-arms.sql";
import { view } from "../verb";
import { armsQuery } from "./arms-query";
import { scopeOf } from "./scope";

const WINDOW_DAYS = 7;

/**
 * Revenue per person of the treated and of the held out in the seven days up to each day (minor units), with the
 * interval of each mean. A customer belongs to an arm from their first decision in the period on.
 * `incompleteFrom`: the first day on which more may still come in; null where all is in.
 */
export const trend = view({ needs: "figures.read", input: figuresScope }, async ({ ctx, now, input }) => {
  const { sql } = ctx.platform.database;
  const asked = await scopeOf(ctx, now, input);
  const query = await armsQuery(sql, asked);
  const days = armBands(await armWindows(sql, query, WINDOW_DAYS));
  const today = dayIn(now.getTime(), asked.scope.timeZone);
  return {
    currency: asked.scope.currency,
    windowDays: WINDOW_DAYS,
    holdout: query.holdout,
    days,
    incompleteFrom: days.find(({ day }) => day >= today)?.day ?? null,
  };
});
