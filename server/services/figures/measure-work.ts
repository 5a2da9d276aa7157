import { dayLine, type Side } from "@/server/domain/kpi/day-line";
import { missing } from "@/server/domain/kpi/figure";
import { counted, lackingReading, quotient, shareOf, unsupported } from "@/server/domain/kpi/reading";
import { weightedQuantile } from "@/server/domain/kpi/weighted-quantile";
import type { WORK_KPIS } from "@/server/domain/kpi/work-kpis";
import { DAY_MS, MINUTE_MS } from "@/server/domain/time";
import type { Sql } from "@/server/store/database";
import { reviews } from "@/server/store/figures-decisions.sql";
import type { Scope } from "@/server/store/figures-period.sql";
import { messageDays } from "@/server/store/figures-quality.sql";
import { touchSumsByDay } from "@/server/store/figures-touches.sql";
import { batchTimes, consoleDays, healthDays, launchDays, reviewDays } from "@/server/store/figures-work.sql";
import { type Breach, findBreaches } from "./find-breaches";
import type { Measure } from "./measure-results";

export type WorkKpi = Exclude<keyof typeof WORK_KPIS, "holdoutSize" | "decisionsByVerdict">;

/** Rules on the wording of a message, by the first part of their reason codes. */
const WORDING_RULES = ["subject", "tone", "brand", "copy"];
const PER_100K = 100_000;
const HOUR_SECONDS = 3600;
const WEEK_DAYS = 7;
/** Fewer days of a record say nothing about a week, or about the next days. */
const FEWEST_DAYS = 7;

const fewDays = (what: string, days: number): Measure => ({
  reading: lackingReading(missing(`days with ${what} in this period`, Math.floor(days), FEWEST_DAYS)),
  line: [],
});

/** How the system worked in the period, one measure for each card. */
export async function measureWork(sql: Sql, scope: Scope, now: Date): Promise<Record<WorkKpi, Measure>> {
  const over = (sides: readonly Side[]) => dayLine(sides, scope.fromDay, scope.toDay);
  const [work, launched, decided, quality, alive, broken] = await Promise.all([
    workTime(sql, scope, now),
    launchDays(sql, scope),
    decisionTime(sql, scope, over),
    people(sql, scope, over),
    uptime(sql, scope, now),
    violations(sql, scope, over),
  ]);
  const launchTime: Measure = {
    reading:
      launched.medianDays === null
        ? unsupported("No campaign sent its first message in this period.")
        : counted(launched.medianDays),
    line: [],
  };
  return {
    ...quality,
    violations: broken,
    workHours: work,
    launchTime,
    decisionTime: decided,
    uptime: alive,
  };
}

type Over = (sides: readonly Side[]) => (number | null)[];

/** What people made of what the line decided. */
async function people(sql: Sql, scope: Scope, over: Over) {
  const [reviewed, timed, messages] = await Promise.all([
    reviews(sql, scope),
    reviewDays(sql, scope),
    messageDays(sql, scope, WORDING_RULES),
  ]);
  const sum = (rows: readonly Side[], column: "part" | "whole") =>
    rows.reduce((total, row) => total + row[column], 0);
  const overridden = messages
    .filter(({ toSend }) => toSend > 0)
    .map(({ day, overridden: part, toSend: whole }) => ({ day, part, whole }));
  const clean = messages.map(({ day, checked, faulty }) => ({ day, part: checked - faulty, whole: checked }));
  return {
    reviewMedianTime: {
      reading:
        reviewed.medianSeconds === null
          ? unsupported("No review was timed in this period.")
          : counted(reviewed.medianSeconds),
      line: over(timed.map(({ day, medianSeconds }) => ({ day, part: medianSeconds, whole: 1 }))),
    },
    overrideShare: {
      reading: shareOf(sum(overridden, "part"), sum(overridden, "whole"), "Nothing was decided to be sent."),
      line: over(overridden),
    },
    toneConsistency: {
      reading: shareOf(sum(clean, "part"), sum(clean, "whole"), "No message was checked in this period."),
      line: over(clean),
    },
  } satisfies Partial<Record<WorkKpi, Measure>>;
}

async function violations(sql: Sql, scope: Scope, over: Over): Promise<Measure> {
  const [breaches, touched] = await Promise.all([findBreaches(sql, scope), touchSumsByDay(sql, scope)]);
  const touches = touched.reduce((sum, row) => sum + row.touches, 0);
  const perDay = (day: string) => breaches.filter((breach: Breach) => breach.day === day).length;
  return {
    reading: shareOf(breaches.length, touches, "No message left in this period.", PER_100K),
    line: over(
      touched.map((row) => ({ day: row.day, part: perDay(row.day) * PER_100K, whole: row.touches })),
    ),
  };
}

async function decisionTime(sql: Sql, scope: Scope, over: Over): Promise<Measure> {
  const batches = await batchTimes(sql, scope);
  const lateOf = (some: typeof batches) =>
    weightedQuantile(
      some.map(({ milliseconds, decisions }) => ({ value: milliseconds, weight: decisions })),
      0.95,
    );
  const late = lateOf(batches);
  const byDay = new Map<string, typeof batches>();
  for (const one of batches) {
    const some = byDay.get(one.day) ?? [];
    some.push(one);
    byDay.set(one.day, some);
  }
  return {
    reading: late === null ? unsupported("No decision was made in this period.") : counted(late),
    // as late as the figure, not the mean, which would lie below any target
    line: over([...byDay].map(([day, some]) => ({ day, part: lateOf(some) ?? 0, whole: 1 }))),
  };
}

/** Weeks count from the first day on which time was recorded, today included. */
async function workTime(sql: Sql, scope: Scope, now: Date): Promise<Measure> {
  const { since, days } = await consoleDays(sql, scope);
  if (since === null || since > scope.toDay)
    return { reading: unsupported("No time in the console was recorded by then."), line: [] };
  const firstMs = Math.max(Date.parse(since), Date.parse(scope.fromDay));
  const endMs = Math.min(Date.parse(scope.toDay) + DAY_MS, now.getTime());
  const observedDays = Math.max(1, Math.ceil((endMs - firstMs) / DAY_MS));
  if (observedDays < FEWEST_DAYS) return fewDays("recorded time in the console", observedDays);
  const seconds = days.reduce((sum, day) => sum + day.seconds, 0);
  const weekly = (total: number, over: number) => (total / HOUR_SECONDS / over) * WEEK_DAYS;
  return {
    reading: counted(weekly(seconds, observedDays)),
    line: dayLine(
      days.map((day) => ({ day: day.day, part: weekly(day.seconds, 1), whole: 1 })),
      new Date(firstMs).toISOString().slice(0, since.length),
      scope.toDay,
    ),
  };
}

async function uptime(sql: Sql, scope: Scope, now: Date): Promise<Measure> {
  const { since, days } = await healthDays(sql, scope);
  const from = Math.max(scope.from.getTime(), since?.getTime() ?? Number.POSITIVE_INFINITY);
  const to = Math.min(scope.to.getTime(), now.getTime());
  const minutes = Math.floor((to - from) / MINUTE_MS);
  if (since === null || minutes < 1)
    return {
      reading: unsupported("Nobody asked yet whether the console answers: the worker does so each minute."),
      line: [],
    };
  if (minutes < FEWEST_DAYS * (DAY_MS / MINUTE_MS))
    return fewDays("a record of uptime", minutes / (DAY_MS / MINUTE_MS));
  const answered = days.reduce((sum, day) => sum + day.answered, 0);
  return {
    // the minute that is not over may be answered already
    reading: quotient(Math.min(answered, minutes), minutes, ""),
    line: dayLine(
      days.map((day) => ({ day: day.day, part: day.answered, whole: DAY_MS / MINUTE_MS })),
      scope.fromDay,
      scope.toDay,
    ),
  };
}
