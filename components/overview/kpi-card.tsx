import type { Answer } from "@/components/api-types";
import { Sparkline } from "@/components/charts/sparkline";
import { Delta } from "@/components/ui/delta";
import { Figure } from "@/components/ui/figure";
import { formatValue } from "@/components/ui/format";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import { KPIS } from "@/server/domain/kpi/definitions";
import { goalWords } from "@/server/domain/kpi/goal-words";
import type { KpiDefinition } from "@/server/domain/kpi/kpi-definition";
import type { Way } from "@/server/domain/kpi/way";
import { wayWords } from "@/server/domain/kpi/way-words";
import { changeFormat, kpiFormat } from "./kpi-format";
import { KpiOpener } from "./kpi-opener";
import { reachWords } from "./reach-words";
import type { ShownScope } from "./scope-links";

type Kpis = Answer["figures"]["kpis"];
export type KpiCardData = Kpis["cards"][number];

const TONES: Record<Way["state"], Tone> = {
  reached: "pass",
  "under-way": "hold",
  "further-away": "block",
  "no-goal": "neutral",
};

type Props = { card: KpiCardData; currency: string; scope: ShownScope };

/** One figure: where it stands, how it came there, what changed. It opens what it means. */
export function KpiCard({ card, currency, scope }: Props) {
  const { id, reading, way } = card;
  const kpi: KpiDefinition = KPIS[id];
  const about = reachWords(kpi, scope);
  return (
    <KpiOpener card={{ id, reading }} currency={currency} scope={scope}>
      <span className="grid content-start gap-1.5">
        <span className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5 text-ink-2">
          {kpi.title}
          {way !== null && (
            <Status tone={TONES[way.state]} className="text-11 text-ink-2">
              {wayWords(way)}
            </Status>
          )}
        </span>
        {about !== null && <span className="text-11 text-ink-3">Of {about}</span>}
      </span>
      {reading.kind === "missing" ? (
        <span className="row-span-2 text-12 text-ink-3">
          {reading.why}
          {reading.remedy && (
            <span className={reading.remedy.href === null ? undefined : "text-accent"}>
              {" "}
              {reading.remedy.label}
            </span>
          )}
        </span>
      ) : (
        <KnownCard card={card} value={reading.value} currency={currency} />
      )}
    </KpiOpener>
  );
}

function KnownCard({ card, value, currency }: { card: KpiCardData; value: number; currency: string }) {
  const { id, line, goal, against } = card;
  const { format, scale } = kpiFormat(id, value, currency);
  const drawn = line.filter((point): point is number => point !== null);
  const bounds = [
    goal.target === undefined ? "no target" : `target ${goalWords(KPIS[id], goal.target, currency)}`,
    ...(goal.baseline === undefined ? [] : [`began at ${goalWords(KPIS[id], goal.baseline, currency)}`]),
  ].join(" · ");
  return (
    <>
      <span className="flex flex-wrap items-end justify-between gap-x-3 gap-y-1">
        <Figure value={value * scale} format={format} />
        {drawn.length > 1 && (
          <Sparkline values={drawn} target={id === "learningGain" ? null : (goal.target ?? null)} />
        )}
      </span>
      <span className="flex flex-wrap items-baseline justify-between gap-x-2 gap-y-0.5 text-11 text-ink-3">
        <span>{bounds}</span>
        <Change against={against} better={goal.better} format={format} scale={scale} />
      </span>
    </>
  );
}

type ChangeProps = {
  against: KpiCardData["against"];
  better: "up" | "down" | "neither";
  format: ReturnType<typeof kpiFormat>["format"];
  scale: number;
};

function Change({ against, better, format, scale }: ChangeProps) {
  if (against === null) return null;
  const shown = changeFormat(format);
  const change = (against.now - against.other) * scale;
  // what rounds to nothing is no change
  const isFlat = !/[1-9]/.test(formatValue(change, shown));
  return (
    <Delta
      value={isFlat ? 0 : change}
      format={shown}
      good={better === "neither" ? null : better}
      className="text-11"
    />
  );
}
