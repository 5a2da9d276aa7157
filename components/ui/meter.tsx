import { cn } from "./cn";
import { type Tone, toneSolid } from "./tone";

type MeterProps = {
  /** What is measured; read out. */
  label: string;
  value: number;
  max?: number;
  tone?: Tone;
  /** The value in words, where the bare number says too little: “79 % of the way”. */
  text?: string;
  className?: string | undefined;
};

/** A value between nothing and a maximum (1 unless told). */
export function Meter({ label, value, max = 1, tone = "accent", text, className }: MeterProps) {
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native meter cannot take these tones or this height
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(Math.max(value, 0), max)}
      aria-valuetext={text}
      className={cn("h-1.5 overflow-hidden rounded-full bg-fill-2 forced-colors:border", className)}
    >
      <div
        className={cn("h-full rounded-full forced-colors:bg-[Highlight]", toneSolid[tone])}
        style={{ width: `${share * 100}%` }}
      />
    </div>
  );
}
