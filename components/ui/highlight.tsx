import type { ReactNode } from "react";
import { cn } from "./cn";

export type HighlightSpan = {
  /** Offsets in UTF-16 units; `end` is the first one outside. */
  start: number;
  end: number;
  tone?: "block" | "hold";
  /** What is wrong with it: read out and shown on hover. */
  label: string;
};

/** A text with the offending spans marked. Spans out of range are cut, overlapping ones merged into the earlier. */
export function Highlight({
  text,
  spans,
  className,
}: {
  text: string;
  spans: readonly HighlightSpan[];
  className?: string;
}) {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, at);
    const end = Math.min(span.end, text.length);
    if (end <= start) continue;
    pieces.push(text.slice(at, start));
    pieces.push(
      <mark
        key={start}
        title={span.label}
        className={cn(
          "rounded-t-xs border-b-2 px-px",
          span.tone === "hold"
            ? "border-hold-solid bg-hold-soft text-hold"
            : "border-block-solid bg-block-soft text-block",
        )}
      >
        {text.slice(start, end)}
        <span className="sr-only"> ({span.label})</span>
      </mark>,
    );
    at = end;
  }
  pieces.push(text.slice(at));
  return <span className={cn("whitespace-pre-wrap [overflow-wrap:anywhere]", className)}>{pieces}</span>;
}
