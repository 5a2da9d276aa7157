import { formatInterval, formatValue, type ValueFormat } from "@/components/ui/format";
import { formatX, type XFormat } from "./axis-format";
import type { ChartTone } from "./chart-color";
import type { ChartTable } from "./chart-frame";

export type TrendPoint = {
  /** Epoch milliseconds on a time axis, else a word. */
  x: number | string;
  /** Null where nothing is known: the line breaks. */
  y: number | null;
  /** Both ends of the 95 % interval. */
  low?: number;
  high?: number;
};

export type TrendSeries = {
  key: string;
  /** In the legend and the table. */
  label: string;
  /** At the line itself, where `label` is too long for it. */
  short?: string;
  tone: ChartTone;
  points: readonly TrendPoint[];
};

/** One row per x, as the drawing wants it: `key`, `key-dashed` (from the incomplete point on) and `key-band`. */
export type TrendRow = { x: number | string; [key: string]: number | string | null | [number, number] };

/**
 * Joins series by x. From `incompleteFrom` on, points move to the dashed line; the point before stays on both, so that the
 * two lines meet.
 */
export function trendRows(
  series: readonly TrendSeries[],
  incompleteFrom: number | string | undefined,
): TrendRow[] {
  const rows = new Map<number | string, TrendRow>();
  for (const { key, points } of series) {
    const cut =
      incompleteFrom === undefined ? points.length : points.findIndex(({ x }) => x === incompleteFrom);
    const firstDashed = cut === -1 ? points.length : cut;
    points.forEach((point, index) => {
      const row: TrendRow = rows.get(point.x) ?? { x: point.x };
      if (index < firstDashed) row[key] = point.y;
      if (index >= firstDashed - 1 && firstDashed < points.length) row[`${key}-dashed`] = point.y;
      if (index < firstDashed && point.low !== undefined && point.high !== undefined) {
        row[`${key}-band`] = [point.low, point.high];
      }
      rows.set(point.x, row);
    });
  }
  return [...rows.values()];
}

/** The same figures as a table: one column a series, its interval behind the value. */
export function trendTable(
  series: readonly TrendSeries[],
  x: XFormat,
  y: ValueFormat,
  head: string,
): ChartTable {
  const places = [...new Set(series.flatMap(({ points }) => points.map((point) => point.x)))];
  const cell = (points: readonly TrendPoint[], place: number | string) => {
    const point = points.find((candidate) => candidate.x === place);
    if (!point) return formatValue(null, y);
    const value = formatValue(point.y, y);
    if (point.low === undefined || point.high === undefined) return value;
    return `${value} (${formatInterval(point.low, point.high, y)})`;
  };
  return {
    columns: [head, ...series.map(({ label }) => label)],
    rows: places.map((place) => [formatX(place, x), ...series.map(({ points }) => cell(points, place))]),
  };
}

/** The lowest and the highest figure drawn, bands included; null without any. */
export function trendExtent(series: readonly TrendSeries[]): { low: number; high: number } | null {
  const all = series.flatMap(({ points }) => points.flatMap(({ y, low, high }) => [y, low, high]));
  const known = all.filter((value): value is number => typeof value === "number");
  return known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) };
}

/** Where the incomplete rest begins to be drawn: at the last complete point. Null when all is complete. */
export function lastCompleteX(series: readonly TrendSeries[], incompleteFrom: number | string | undefined) {
  const places = series[0]?.points.map(({ x }) => x) ?? [];
  const cut = incompleteFrom === undefined ? -1 : places.indexOf(incompleteFrom);
  return cut === -1 ? null : (places[cut - 1] ?? places[0] ?? null);
}
