import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { KPIS } from "@/server/domain/kpi/definitions";
import { goalWords } from "@/server/domain/kpi/goal-words";
import type { KpiDefinition } from "@/server/domain/kpi/kpi-definition";
import type { KpiGoal } from "@/server/domain/kpi/kpi-goal";

type Props = {
  /** where each figure began and where the company wants it; absent: it has neither */
  goals: Partial<Record<string, KpiGoal>>;
  currency: string;
};

/** Every figure's definition; the anchors are what the figures link to. */
export function Definitions({ goals, currency }: Props) {
  return (
    <div className="grid max-w-3xl gap-4">
      {Object.entries<KpiDefinition>(KPIS).map(([id, kpi]) => (
        <section key={id} id={id} className="scroll-mt-20">
          <Card>
            <CardHeader title={kpi.title} />
            <CardBody>
              <DescriptionList
                align="left"
                pairs={[
                  { term: "Formula", value: kpi.formula },
                  { term: "Above the line", value: kpi.numerator },
                  { term: "Below the line", value: kpi.denominator },
                  { term: "Window", value: kpi.window },
                  { term: "Interval", value: kpi.interval },
                  { term: "From", value: kpi.source },
                  ...goalPairs(kpi, goals[id], currency),
                ]}
              />
            </CardBody>
          </Card>
        </section>
      ))}
    </div>
  );
}

const goalPairs = (kpi: KpiDefinition, goal: KpiGoal | undefined, currency: string) =>
  (
    [
      ["Starts at", goal?.baseline],
      ["Goal", goal?.target],
    ] as const
  ).flatMap(([term, value]) =>
    value === undefined ? [] : [{ term, value: goalWords(kpi, value, currency) }],
  );
