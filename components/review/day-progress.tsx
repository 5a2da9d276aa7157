import { formatCount, formatDuration } from "@/components/ui/format";
import { Meter } from "@/components/ui/meter";
import type { Counts } from "./review-types";

/** How far the day is: what was decided of all that came, and how long one takes me. */
export function DayProgress({ counts }: { counts: Counts }) {
  const { held, decidedToday, medianMs, teamMedianMs } = counts;
  const all = held + decidedToday;
  const text = `${formatCount(decidedToday)} of ${formatCount(all)}`;
  return (
    <div className="px-4 pt-3 pb-2.5">
      <div className="flex items-baseline justify-between gap-2">
        <span aria-hidden className="text-14 font-semibold">
          Review
        </span>
        <span className="text-12 text-ink-3">
          <span className="text-ink">{text}</span> today
          {medianMs !== null && ` · median ${formatDuration(medianMs)}`}
        </span>
      </div>
      <Meter label="Decided today" value={decidedToday} max={Math.max(all, 1)} text={text} className="mt-2" />
      <p className="mt-1.5 truncate text-11 text-ink-3">
        Median per decision today: {medianMs !== null && `you ${formatDuration(medianMs)}, `}
        {teamMedianMs === null ? "nothing decided yet" : `everybody ${formatDuration(teamMedianMs)}`}
      </p>
    </div>
  );
}
