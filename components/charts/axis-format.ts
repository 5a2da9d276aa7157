import { formatInstant, formatMoney, formatValue, type ValueFormat } from "@/components/ui/format";

/** A horizontal axis: days or hours on a zone's clock, or plain words. */
export type XFormat =
  | { kind: "time"; zone: string; style: "day" | "date" | "time" | "full" }
  | { kind: "text" };

export function formatX(x: string | number, format: XFormat): string {
  return format.kind === "time" && typeof x === "number"
    ? formatInstant(x, format.zone, format.style)
    : String(x);
}

/**
 * Axis labels are shorter than values: round money loses its minor units, round shares their decimals.
 * `$0`, `$0.20`, `$1,200`; `5 %`.
 */
export function formatTick(value: number, format: ValueFormat): string {
  if (format.kind === "money" && Math.abs(value % 100) < 1e-9)
    return formatMoney(value, format.currency, { digits: 0 });
  if (format.kind === "percent" && Math.abs((value * 100) % 1) < 1e-9) {
    return formatValue(value, { kind: "percent", digits: 0 });
  }
  if (format.kind === "number" && Number.isInteger(value))
    return formatValue(value, { ...format, digits: 0 });
  return formatValue(value, format);
}
