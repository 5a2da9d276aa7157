import { formatX, type XFormat } from "./axis-format";

type ViewBox = { x?: number; y?: number };

const RADIUS = 8;
const DIGIT = 6;

/** How far apart two marks must stand: the wider of them holds two numbers. */
export const MARK_WIDTH = 2 * RADIUS + 2 * DIGIT;

/** A number, or the first and last of several, in a ring above the drawing. recharts hands in the place. */
export function AnnotationMark({ numbers, viewBox }: { numbers: string; viewBox?: ViewBox }) {
  const x = viewBox?.x ?? 0;
  const y = (viewBox?.y ?? 0) - 12;
  const half = RADIUS + ((numbers.length - 1) * DIGIT) / 2;
  return (
    <g aria-hidden>
      <rect
        x={x - half}
        y={y - RADIUS}
        width={2 * half}
        height={2 * RADIUS}
        rx={RADIUS}
        fill="var(--color-surface)"
        stroke="var(--color-ink-3)"
      />
      <text x={x} y={y + 3.5} textAnchor="middle" fontSize={10} fontWeight={500} fill="var(--color-ink)">
        {numbers}
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
