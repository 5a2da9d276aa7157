import { figuresScope } from "@/server/domain/figures-scope";
import { armSeries } from "@/server/domain/kpi/arm-series";
import { daysFrom } from "@/server/domain/kpi/days";
import { DAY_MS } from "@/server/domain/time";
import { armDays } from "@/server/store/figures-arms.sql";
import { touchSumsByDay } from "@/server/store/figures-touches.sql";
import { view } from "../verb";
import { armsQuery } from "./arms-query";
import { scopeOf } from "./scope";

/**
 * The period day by day, days without anything included: touches with what followed them, and revenue per person
 * of the treated and of the held out. `isComplete` is false while a day's figures may still grow.
 */
export const daily = view({ needs: "figures.read", input: figuresScope }, async ({ ctx, now, input }) => {
  const { sql } = ctx.platform.database;
  const asked = await scopeOf(ctx, now, input);
  const { scope } = asked;
  const query = await armsQuery(sql, asked);
  const [touched, divided] = await Promise.all([touchSumsByDay(sql, scope), armDays(sql, query)]);
  const byDay = new Map(touched.map((row) => [row.day, row]));
  const arms = armSeries(divided, scope.fromDay, scope.toDay);
  const settledBefore = now.getTime() - query.windowDays * DAY_MS;
  return {
    currency: scope.currency,
    days: daysFrom(scope.fromDay, scope.toDay).map((day, i) => {
      const sums = byDay.get(day);
      return {
        day,
        touches: sums?.touches ?? 0,
        opens: sums?.opens ?? 0,
        clicks: sums?.clicks ?? 0,
        conversions: sums?.conversions ?? 0,
        revenueMinor: sums?.revenueMinor ?? 0,
        treatedMinor: arms[i]?.treatedMinor ?? null,
        heldOutMinor: arms[i]?.heldOutMinor ?? null,
        isComplete: Date.parse(day) + 2 * DAY_MS <= settledBefore,
      };
    }),
  };
});
