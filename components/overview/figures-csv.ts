import type { Answer } from "@/components/api-types";
import { KPIS } from "@/server/domain/kpi/definitions";
import type { KpiDefinition } from "@/server/domain/kpi/kpi-definition";
import { amountOf } from "@/server/domain/money";

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
  const north = (
    id: "revenuePerTouch" | "incrementalPerTouch",
    found: typeof overview.revenuePerTouch,
  ): Cell[] =>
    found.kind === "missing"
      ? ["north star", KPIS[id].title, overview.currency, null, null, null, null, null, null, found.what]
      : [
          "north star",
          KPIS[id].title,
          overview.currency,
          ...[found.value, found.low, found.high].map(major),
          ...(id === "revenuePerTouch"
            ? [major(overview.sums.revenueMinor), overview.sums.touches]
            : [null, null]),
          null,
          null,
        ];
  const cards = kpis.cards.map(({ id, reading, against }): Cell[] => {
    const { title, unit }: KpiDefinition = KPIS[id];
    const scaled = (value: number | null) => (value === null || unit !== "money" ? value : major(value));
    const name = unit === "money" ? overview.currency : unit;
    const other = scaled(against?.other ?? null);
    return reading.kind === "missing"
      ? ["figure", title, name, null, null, null, null, null, other, reading.why]
      : [
          "figure",
          title,
          name,
          ...[reading.value, reading.low, reading.high, reading.part].map(scaled),
          reading.whole,
          other,
          null,
        ];
  });
  const rows = campaigns.rows.map(({ name, touches, revenueMinor, perTouchMinor }): Cell[] => [
    "campaign",
    name,
    overview.currency,
    perTouchMinor === null ? null : major(perTouchMinor),
    null,
    null,
    major(revenueMinor),
    touches,
    null,
    perTouchMinor === null ? "no touches" : null,
  ]);
  const lines = [
    ["period", `${from} to ${to}`],
    HEAD,
    north("revenuePerTouch", overview.revenuePerTouch),
    north("incrementalPerTouch", overview.lift.perTouch),
    ...cards,
    ...rows,
  ];
  return lines.map((line) => line.map(cell).join(",")).join("\r\n");
}

function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
