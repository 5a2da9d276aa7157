import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { KPIS } from "@/server/domain/kpi/definitions";
import { goalWords } from "@/server/domain/kpi/goal-words";
import type { KpiDefinition } from "@/server/domain/kpi/kpi-definition";

/** Every figure's definition; the anchors are what the figures link to. */
export function Definitions() {
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
                  ...(kpi.baseline === undefined
                    ? []
                    : [{ term: "Starts at", value: goalWords(kpi, kpi.baseline) }]),
                  ...(kpi.target === undefined ? [] : [{ term: "Goal", value: goalWords(kpi, kpi.target) }]),
                ]}
              />
            </CardBody>
          </Card>
        </section>
      ))}
    </div>
  );
}
