import { formatX, type XFormat } from "./axis-format";

type ViewBox = { x?: number; y?: number };

/** A number in a circle above the drawing. recharts hands in the place. */
export function AnnotationMark({ number, viewBox }: { number: number; viewBox?: ViewBox }) {
  const x = viewBox?.x ?? 0;
  const y = (viewBox?.y ?? 0) - 12;
  return (
    <g aria-hidden>
      <circle cx={x} cy={y} r={8} fill="var(--color-surface)" stroke="var(--color-ink-3)" />
      <text x={x} y={y + 3.5} textAnchor="middle" fontSize={10} fontWeight={500} fill="var(--color-ink)">
        {number}
      </text>
    </g>
  );
}

type AnnotationListProps = { annotations: readonly { x: number | string; label: string }[]; x: XFormat };

/** What the numbers on the drawing stand for. */
export function AnnotationList({ annotations, x }: AnnotationListProps) {
  return annotations.map((annotation, index) => (
    <span key={`${annotation.x} ${annotation.label}`} className="inline-flex items-center gap-1.5 text-ink-3">
      <b className="inline-grid size-4 shrink-0 place-items-center rounded-full border border-ink-3 text-[10px] leading-none font-medium text-ink">
        {index + 1}
      </b>
      {formatX(annotation.x, x)} {annotation.label}
    </span>
  ));
}
