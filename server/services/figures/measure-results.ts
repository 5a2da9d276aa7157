import { dayLine, type Side } from "@/server/domain/kpi/day-line";
import { fewBuyers } from "@/server/domain/kpi/few-buyers";
import { learningGain, monthlyPerTouch } from "@/server/domain/kpi/learning-gain";
import { lackingReading, quotient, type Reading, shareOf, unsupported } from "@/server/domain/kpi/reading";
import type { RESULT_KPIS } from "@/server/domain/kpi/result-kpis";
import type { RevenueParts } from "@/server/domain/kpi/revenue-movement";
import { sidesBySpend } from "@/server/domain/kpi/sides-by-spend";
import type { Sql } from "@/server/store/database";
import { churnSteps, customerValueSteps, STEP_DAYS, type Step } from "@/server/store/figures-customers.sql";
import { driverDays, driverSums } from "@/server/store/figures-drivers.sql";
import { spendDays, touchMonths } from "@/server/store/figures-money.sql";
import type { Scope } from "@/server/store/figures-period.sql";
import { type TouchSums, touchSumsByDay } from "@/server/store/figures-touches.sql";
import type { Asked } from "./scope";

/** A figure of a period, with the shape of its way there: points over the period, or over the last half-year. */
export type Measure = { reading: Reading; line: (number | null)[] };

/** The figures of a period that have a card; the others of the definitions stand in the first row or below. */
export type ResultKpi = Exclude<
  keyof typeof RESULT_KPIS,
  "revenuePerTouch" | "incrementalPerTouch" | "lift" | "unsubscribeRate" | "complaintRate"
>;

const ACTIVE_STEPS = 3;
const ACTIVE_DAYS = ACTIVE_STEPS * STEP_DAYS;
const LEARNING_MONTHS = 6;
const NO_TOUCHES = "No message left in this period.";
const SPEND_IS_WHOLE = "Advertising spend is not known by campaign or channel of ours: choose all.";
const IMPORT_SPEND = {
  label: "Import advertising spend",
  href: "/imports/new",
  needs: "import.write",
} as const;
const IMPORT_ORDERS = { label: "Import orders", href: "/imports/new", needs: "import.write" } as const;

/** What marketing brought in the period, one measure for each card. `steps`: how many points a slow figure's line has. */
export async function measureResults(
  sql: Sql,
  { scope, configuration }: Asked,
  steps: number,
): Promise<Record<ResultKpi, Measure>> {
  const [sums, days, touched, value, churned, spent, months] = await Promise.all([
    driverSums(sql, scope, configuration.attribution.clickHours),
    driverDays(sql, scope),
    touchSumsByDay(sql, scope),
    customerValueSteps(sql, scope, steps),
    churnSteps(sql, scope, ACTIVE_STEPS, steps),
    spendDays(sql, scope),
    touchMonths(sql, scope, LEARNING_MONTHS),
  ]);
  const over = lineOver(scope);
  const rate = (part: "opens" | "clicks"): Measure => ({
    reading: shareOf(total(touched, part), total(touched, "touches"), NO_TOUCHES),
    line: over(touched.map((row) => ({ day: row.day, part: row[part], whole: row.touches }))),
  });
  return {
    conversion: {
      reading: shareOf(sums.buyers, sums.people, NO_TOUCHES),
      line: over(days.map(({ day, buyers, people }) => ({ day, part: buyers, whole: people }))),
    },
    orderValue: {
      reading: ofBuyers(
        sums,
        quotient(sums.revenueMinor, sums.orders, "No order followed a message of this period."),
      ),
      line: over(days.map(({ day, revenueMinor, orders }) => ({ day, part: revenueMinor, whole: orders }))),
    },
    openRate: rate("opens"),
    clickRate: rate("clicks"),
    customerValue: {
      reading: last(value, (part, whole) => quotient(part, whole, "No order is stored yet.", IMPORT_ORDERS)),
      line: value.map(({ numerator, denominator }) => (denominator === 0 ? null : numerator / denominator)),
    },
    churn: {
      reading: last(churned, (part, whole) =>
        shareOf(part, whole, `Nobody had ordered in the ${ACTIVE_DAYS} days before the last ${STEP_DAYS}.`),
      ),
      line: churned.map(({ numerator, denominator }) => (denominator === 0 ? null : numerator / denominator)),
    },
    marketingEfficiency:
      scope.campaignId === null && scope.channel === null
        ? efficiency(sums, touched, spent, over)
        : { reading: unsupported(SPEND_IS_WHOLE), line: [] },
    learningGain: {
      reading: learningGain(months),
      line: monthlyPerTouch(months).map(({ perTouchMinor }) => perTouchMinor),
    },
  };
}

const lineOver =
  ({ fromDay, toDay }: Scope) =>
  (sides: readonly Side[]) =>
    dayLine(sides, fromDay, toDay);

const total = (rows: readonly TouchSums[], column: keyof TouchSums): number =>
  rows.reduce((sum, row) => sum + row[column], 0);

/** What the newest step says; nothing stored at all counts as 0 by 0. */
function last(steps: readonly Step[], say: (part: number, whole: number) => Reading): Reading {
  const newest = steps.at(-1);
  return say(newest?.numerator ?? 0, newest?.denominator ?? 0);
}

/** Money of too few buyers is not stated; that nothing can be divided at all comes first. */
function ofBuyers({ buyers }: RevenueParts, reading: Reading): Reading {
  const lacking = fewBuyers(buyers);
  return reading.kind === "missing" || lacking === null ? reading : lackingReading(lacking);
}

function efficiency(
  sums: RevenueParts,
  touched: readonly (TouchSums & { day: string })[],
  spent: readonly { day: string; spendMinor: number }[],
  over: (sides: readonly Side[]) => (number | null)[],
): Measure {
  const spend = spent.reduce((sum, { spendMinor }) => sum + spendMinor, 0);
  return {
    reading: ofBuyers(
      sums,
      quotient(
        total(touched, "revenueMinor"),
        spend,
        "No advertising spend is stored for these days.",
        IMPORT_SPEND,
      ),
    ),
    line: over(sidesBySpend(touched, spent)),
  };
}
