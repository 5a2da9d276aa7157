import { figuresScope } from "@/server/domain/figures-scope";
import { cohortTable } from "@/server/domain/kpi/cohort-table";
import { cohortCells } from "@/server/store/figures-customers.sql";
import { view } from "../verb";
import { scopeOf } from "./scope";

const COHORTS = 8;

/**
 * Customers by the month of their first order, up to eight months back: which share of them ordered again in each later
 * month, and what all of them together have spent per customer. All orders count, whatever led to them.
 */
export const cohorts = view({ needs: "figures.read", input: figuresScope }, async ({ ctx, now, input }) => {
  const { scope } = await scopeOf(ctx, now, input);
  const cells = await cohortCells(ctx.platform.database.sql, scope, COHORTS);
  return { currency: scope.currency, ...cohortTable(cells, scope.toDay.slice(0, "2026-01".length)) };
});
