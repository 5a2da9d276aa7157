import { cn } from "./cn";
import { formatValue, UNKNOWN, type ValueFormat } from "./format";

type FigureProps = {
  value: number | null;
  format: ValueFormat;
  size?: "m" | "l" | "xl";
  className?: string | undefined;
};

const sizes = { m: "text-20 tracking-[-0.02em]", l: "text-28", xl: "text-40 max-md:text-[34px]" };

/** A big number; its unit stands small and grey behind it. */
export function Figure({ value, format, size = "m", className }: FigureProps) {
  const { number, unit } = split(formatValue(value, format), format);
  return (
    <span className={cn("font-semibold", sizes[size], className)}>
      {number}
      {unit !== "" && (
        <span className="ml-[3px] text-[0.52em] leading-none font-medium tracking-normal text-ink-3">
          {unit}
        </span>
      )}
    </span>
  );
}

/** Money and counts stay whole; of the others the last word is the unit. */
function split(text: string, format: ValueFormat): { number: string; unit: string } {
  if (text === UNKNOWN || !["percent", "points", "number"].includes(format.kind))
    return { number: text, unit: "" };
  const gap = text.indexOf("\u00a0");
  return gap === -1 ? { number: text, unit: "" } : { number: text.slice(0, gap), unit: text.slice(gap + 1) };
}
