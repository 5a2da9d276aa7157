import { formatInterval, formatValue, type ValueFormat } from "@/components/ui/format";
import { formatTick } from "./axis-format";
import { ChartFrame } from "./chart-frame";
import { holdsZero, IntervalMark, type IntervalPoint } from "./interval-mark";
import { niceScale, place } from "./scale";

type IntervalPlotProps = {
  label: string;
  rows: readonly (IntervalPoint & { label: string })[];
  format: ValueFormat;
  /** A goal or limit, drawn as a dashed line. */
  target?: { value: number; label: string };
  /** The first column of the table. */
  head?: string;
};

/** Estimates with whiskers around a zero line, on one scale. */
export function IntervalPlot({ label, rows, format, target, head = "What" }: IntervalPlotProps) {
  const values = rows.flatMap(({ value, low, high }) => [value, low, high]);
  const scale = niceScale(target === undefined ? values : [...values, target.value]);
  const inWords = (row: IntervalPoint) =>
    `${formatValue(row.value, format)}, 95 % interval ${formatInterval(row.low, row.high, format)}`;
  const notes = rows.some(holdsZero) ? ["A grey interval holds zero: it cannot be told from chance."] : [];
  const table = {
    columns: [head, "Estimate", "95 % interval"],
    rows: rows.map((row) => [
      row.label,
      formatValue(row.value, format),
      formatInterval(row.low, row.high, format),
    ]),
  };
  return (
    <ChartFrame label={label} table={table} notes={notes}>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3">
        {rows.map((row) => (
          <div key={row.label} className="col-span-2 grid grid-cols-subgrid items-center py-1">
            <span className="text-12">{row.label}</span>
            <div className="relative px-2">
              <Rules scale={scale} target={target?.value} />
              <IntervalMark
                {...row}
                scale={scale}
                label={`${row.label}: ${inWords(row)}`}
                className="relative"
              />
            </div>
          </div>
        ))}
        <div aria-hidden className="relative col-start-2 mx-2 h-5 border-t border-line-2 text-11 text-ink-3">
          {scale.ticks.map((tick) => (
            <span
              key={tick}
              className="absolute top-1 -translate-x-1/2 whitespace-nowrap first:-translate-x-2 last:-translate-x-[calc(100%-8px)]"
              style={{ left: `${place(tick, scale)}%` }}
            >
              {formatTick(tick, format)}
            </span>
          ))}
        </div>
        {target !== undefined && (
          <p className="col-span-2 mt-1 text-12 text-ink-3">
            Dashed: {target.label} {formatValue(target.value, format)}
          </p>
        )}
      </div>
    </ChartFrame>
  );
}

function Rules({ scale, target }: { scale: ReturnType<typeof niceScale>; target: number | undefined }) {
  return (
    <div aria-hidden className="absolute inset-x-2 -inset-y-1">
      {scale.ticks.map((tick) => (
        <i
          key={tick}
          className="absolute inset-y-0 w-px bg-grid"
          style={{ left: `${place(tick, scale)}%` }}
        />
      ))}
      <i className="absolute inset-y-0 w-px bg-ink-3" style={{ left: `${place(0, scale)}%` }} />
      {target !== undefined && (
        <i
          className="absolute inset-y-0 border-l border-dashed border-ink-2"
          style={{ left: `${place(target, scale)}%` }}
        />
      )}
    </div>
  );
}
