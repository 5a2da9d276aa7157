import { type TrendSeries, trendExtent } from "./trend-rows";

/** A line's name: which point it stands at, and on which side of it. */
export type LineName = { text: string; at: number; above: boolean };

/** Where recharts puts a point. */
export type LinePlace = {
  x?: number | string | undefined;
  y?: number | string | undefined;
  index?: number | undefined;
};

/** How far along the line its name stands. */
const ALONG = 0.86;

/** Of the drawing's height: a name below a lower point would stand on the axis. */
const FLOOR = 0.12;

/** The highest line is named above itself, the others below where there is room, so that names do not meet. */
export function lineName(one: TrendSeries, all: readonly TrendSeries[]): LineName {
  const at = Math.round((one.points.length - 1) * ALONG);
  const height = (series: TrendSeries) => series.points[at]?.y ?? Number.NEGATIVE_INFINITY;
  const extent = trendExtent(all);
  const bottom = Math.min(0, extent?.low ?? 0);
  const isLow = extent !== null && height(one) - bottom < FLOOR * (extent.high - bottom);
  return {
    text: one.short ?? one.label,
    at,
    above: isLow || all.every((other) => height(other) <= height(one)),
  };
}

/** recharts offers every point; the name is drawn at one. Readers have the legend and the table. */
export function LineLabel({ text, at, above, index, x, y, color }: LineName & LinePlace & { color: string }) {
  if (index !== at || x === undefined || y === undefined) return null;
  return (
    <text
      aria-hidden
      x={Number(x)}
      y={Number(y) + (above ? -9 : 18)}
      textAnchor="middle"
      fontSize={11}
      fontWeight={500}
      fill={color}
      className="max-sm:hidden"
    >
      {text}
    </text>
  );
}
