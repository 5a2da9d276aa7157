import type { Answer } from "@/components/api-types";
import { KPIS } from "@/server/domain/kpi/definitions";
import { type Figure, missingWords } from "@/server/domain/kpi/figure";
import type { KpiDefinition } from "@/server/domain/kpi/kpi-definition";
import { amountOf } from "@/server/domain/money";
import { moneySides } from "./money-sides";

export type ShownFigures = {
  overview: Answer["figures"]["overview"];
  kpis: Answer["figures"]["kpis"];
  campaigns: Answer["figures"]["campaigns"];
};

type Cell = string | number | null;

const HEAD = ["part", "figure", "unit", "value", "low", "high", "above", "below", "compared with", "missing"];

/**
 * What the overview shows, as CSV (RFC 4180): one line a figure, money in major units, shares in 0–1. What a spreadsheet
 * would take for a formula begins with an apostrophe.
 */
export function figuresCsv({ overview, kpis, campaigns }: ShownFigures): string {
  const { from, to } = overview.period;
  const major = (minor: number) => amountOf(minor, overview.currency);
  const north = (id: "revenuePerTouch" | "incrementalPerTouch", found: Figure, base: readonly Cell[]) =>
    figureLine("north star", KPIS[id].title, overview.currency, found, base);
  const cards = kpis.cards.map(({ id, reading, against }): Cell[] => {
    const { title, unit }: KpiDefinition = KPIS[id];
    const inMajor = (isMoney: boolean, value: number | null) =>
      value === null || !isMoney ? value : major(value);
    const scaled = (value: number | null) => inMajor(unit === "money", value);
    const { above, below } = moneySides(id);
    const name = unit === "money" ? overview.currency : unit;
    const other = scaled(against?.other ?? null);
    return reading.kind === "missing"
      ? ["figure", title, name, null, null, null, null, null, other, reading.why]
      : [
          "figure",
          title,
          name,
          ...[reading.value, reading.low, reading.high].map(scaled),
          inMajor(above, reading.part),
          inMajor(below, reading.whole),
          other,
          null,
        ];
  });
  const rows = campaigns.rows.map(({ name, touches, revenueMinor, revenuePerTouch }) =>
    figureLine("campaign", name, overview.currency, revenuePerTouch, [major(revenueMinor), touches]),
  );
  const lines = [
    ["period", `${from} to ${to}`],
    HEAD,
    north("revenuePerTouch", overview.revenuePerTouch, [
      major(overview.sums.revenueMinor),
      overview.sums.touches,
    ]),
    north("incrementalPerTouch", overview.lift.perTouch, [null, null]),
    ...cards,
    ...rows,
  ];
  return lines.map((line) => line.map(cell).join(",")).join("\r\n");
}

/** A line of a figure of money; `base`: what stands above and below the line. */
function figureLine(
  part: string,
  title: string,
  currency: string,
  found: Figure,
  base: readonly Cell[],
): Cell[] {
  const [values, lacking] =
    found.kind === "missing"
      ? [[null, null, null], missingWords(found)]
      : [[found.value, found.low, found.high].map((minor) => amountOf(minor, currency)), null];
  return [part, title, currency, ...values, ...base, null, lacking];
}

function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
