import type { ValueFormat } from "@/components/ui/format";
import { KPIS, type Kpi } from "@/server/domain/kpi/definitions";
import type { KpiDefinition } from "@/server/domain/kpi/kpi-definition";
import { DAY_MS } from "@/server/domain/time";

type Worded = { format: ValueFormat /** from the figure's unit to the format's */; scale: number };

const SMALL_SHARE = 0.1;

/** How a figure is worded. Small shares get two decimals, so that a tenth of a point shows. */
export function kpiFormat(id: Kpi, value: number, currency: string): Worded {
  const { unit }: KpiDefinition = KPIS[id];
  switch (unit) {
    case "money":
      return { format: { kind: "money", currency }, scale: 1 };
    case "share":
      return { format: { kind: "percent", digits: Math.abs(value) < SMALL_SHARE ? 2 : 1 }, scale: 1 };
    case "ratio":
      return { format: { kind: "number", digits: 1, unit: "to 1" }, scale: 1 };
    case "days":
      return value < 1
        ? { format: { kind: "duration" }, scale: DAY_MS }
        : { format: { kind: "number", digits: 1, unit: "days" }, scale: 1 };
    case "hours":
      return { format: { kind: "number", digits: 1, unit: "h" }, scale: 1 };
    case "seconds":
      return { format: { kind: "duration" }, scale: 1000 };
    case "milliseconds":
      return { format: { kind: "duration" }, scale: 1 };
    case "per100k":
      return { format: { kind: "number", digits: value === 0 || value >= 10 ? 0 : 1 }, scale: 1 };
    default:
      return { format: { kind: "count" }, scale: 1 };
  }
}

/** The format of a difference between two values of the figure: points for shares. */
export const changeFormat = ({ kind, ...rest }: ValueFormat): ValueFormat =>
  kind === "percent" ? { kind: "points", digits: 2 } : ({ kind, ...rest } as ValueFormat); // the same member of the union
