import type { Answer } from "@/components/api-types";
import { Card } from "@/components/ui/card";
import { CountedAt } from "./counted-at";
import { KpiCard } from "./kpi-card";
import { kpiGridClass } from "./kpi-grid-class";
import type { ShownScope } from "./scope-links";

type Props = {
  kpis: Answer["figures"]["kpis"];
  /** when touches and orders were last counted; null: not yet */
  measuredAt: Date | null;
  scope: ShownScope;
};

const WORDS = {
  previous: "Changes are against the days before.",
  baseline: "Changes are against where the plan began.",
  holdout:
    "Changes are of everybody treated against everybody held out; figures without a twin in the holdout have none.",
};

/** All figures with a card, four in a row. Each opens its definition and the decisions behind it. */
export function KpiGrid({ kpis: { cards, currency, compare }, measuredAt, scope }: Props) {
  return (
    <Card aria-label="Figures against their targets" className="overflow-hidden">
      <div className={kpiGridClass}>
        {cards.map((card) => (
          <KpiCard key={card.id} card={card} currency={currency} scope={scope} />
        ))}
      </div>
      <p className="border-t px-4 py-[9px] text-12 text-ink-3">
        {WORDS[compare]} Open a figure for its definition and the decisions behind it.{" "}
        {measuredAt !== null && <CountedAt at={measuredAt} />}
      </p>
    </Card>
  );
}
