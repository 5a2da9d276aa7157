import type { Context } from "@/server/context";
import { daysBefore } from "@/server/domain/kpi/days-before";
import { KPIS } from "@/server/domain/kpi/definitions";
import { earnedSentence } from "@/server/domain/kpi/earned-sentence";
import { missingWords } from "@/server/domain/kpi/figure";
import { goalWords } from "@/server/domain/kpi/goal-words";
import { moneyIntervalWords } from "@/server/domain/kpi/money-interval-words";
import { valueWords } from "@/server/domain/kpi/value-words";
import { wayOf } from "@/server/domain/kpi/way";
import { wayWords } from "@/server/domain/kpi/way-words";
import type { ReportContent } from "@/server/domain/report/report-content";
import { settingInForce } from "@/server/store/settings";
import { alerts } from "../figures/alerts";
import { kpis } from "../figures/kpis";
import { overview } from "../figures/overview";

const PERIOD_DAYS = 30;

/** The report of a day of the company: the 30 days before it, and what needs a person now. */
export async function reportContent(ctx: Context, day: string): Promise<ReportContent> {
  const { database, publicUrl } = ctx.platform;
  const { body: company } = await settingInForce(database.sql, "company");
  const period = { from: daysBefore(day, PERIOD_DAYS), to: daysBefore(day, 1) };
  const [north, cards, open] = await Promise.all([
    overview(ctx, period),
    // the mail compares with no other period: where figures began costs no question
    kpis(ctx, { ...period, compare: "baseline" }),
    alerts(ctx, {}),
  ]);
  const { currency } = cards;
  return {
    company: company.name,
    isDemo: company.demo,
    day: dateWords(day),
    period: `${dateWords(period.from, false)} to ${dateWords(period.to)}`,
    answer: earnedSentence({
      touches: north.sums.touches,
      attributed: north.revenuePerTouch,
      incremental: north.lift.perTouch,
      isComplete: north.isComplete,
      currency,
      before: null,
    }),
    north: [attributed(north, currency), incremental(north, currency)],
    figures: cards.cards.map((card) => figureLine(card, currency, publicUrl)),
    alerts: open.map(({ title, detail, action }) => ({
      title,
      detail,
      link: action === null ? null : { label: action.label, url: publicUrl + action.href },
    })),
    overviewUrl: `${publicUrl}/overview?from=${period.from}&to=${period.to}`,
    settingsUrl: `${publicUrl}/report`,
  };
}

type Overview = Awaited<ReturnType<typeof overview>>;
type Card = Awaited<ReturnType<typeof kpis>>["cards"][number];

const money = (minor: number, currency: string) => valueWords("money", minor, currency);

function attributed(
  { revenuePerTouch: found, sums, goal }: Overview,
  currency: string,
): ReportContent["north"][number] {
  const label = "Attributed";
  if (found.kind === "missing") return { label, value: null, note: missingWords(found) };
  const way = wayOf(found.value, goal);
  const bounds =
    goal.baseline === undefined || goal.target === undefined
      ? ""
      : `began at ${money(goal.baseline, currency)}, target ${money(goal.target, currency)}, ${wayWords(way)}. `;
  return {
    label,
    value: money(found.value, currency),
    note: `${bounds}${money(sums.revenueMinor, currency)} from ${sums.touches.toLocaleString("en-US")} touches`,
  };
}

function incremental({ lift }: Overview, currency: string): ReportContent["north"][number] {
  const label = "Incremental";
  const found = lift.perTouch;
  if (found.kind === "missing") return { label, value: null, note: missingWords(found) };
  const chance = found.low <= 0 && found.high >= 0 ? "; it cannot be told from chance" : "";
  return {
    label,
    value: money(found.value, currency),
    note: `95 % interval ${moneyIntervalWords(found.low, found.high, currency)}${chance}`,
  };
}

function figureLine(
  { id, reading, way, goal }: Card,
  currency: string,
  publicUrl: string,
): ReportContent["figures"][number] {
  const { title, unit } = KPIS[id];
  return {
    label: title,
    value: reading.kind === "missing" ? "no data" : valueWords(unit, reading.value, currency),
    goal: goal.target === undefined ? "" : `target ${goalWords({ unit }, goal.target, currency)}`,
    state: reading.kind === "missing" ? reading.why : way === null ? "" : wayWords(way),
    url: `${publicUrl}/definitions#${id}`,
  };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function dateWords(day: string, withYear = true): string {
  const [year, month, date] = day.split("-").map(Number);
  return [date, MONTHS[(month ?? 1) - 1], ...(withYear ? [year] : [])].join(" ");
}
