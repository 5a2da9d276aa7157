import { Activity } from "react";
import type { Answer } from "@/components/api-types";
import { BarList } from "@/components/charts/bar-list";
import { Funnel } from "@/components/charts/funnel";
import { reasonWords } from "@/components/reason-words";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Later } from "@/components/ui/later";
import { Grid, Stack } from "@/components/ui/page";
import { CardSkeleton } from "@/components/ui/page-skeleton";
import { TextLink } from "@/components/ui/text-link";
import { AlertsCard } from "./alerts-card";
import { ArmsTrend } from "./arms-trend";
import { CampaignFigures } from "./campaign-figures";
import { CohortCard } from "./cohort-card";
import { KpiGrid } from "./kpi-grid";
import { MovementCard } from "./movement-card";
import { NorthStar } from "./north-star";
import { KpiSkeleton } from "./overview-skeleton";
import { decisionsHref, type ShownScope } from "./scope-links";

type Figures = Answer["figures"];
type Overview = Figures["overview"];
type Ask<Name extends keyof Figures> = () => Promise<Figures[Name]>;

/** What a reader sees without scrolling, and what is known with it. */
export type FirstRow = Pick<Figures, "alerts" | "overview" | "movement">;

/** What stands further down: asked for when the first row is there. */
export type LaterFigures = {
  kpis: Ask<"kpis">;
  trend: Ask<"trend">;
  annotations: Ask<"annotations">;
  campaigns: Ask<"campaigns">;
  cohorts: Ask<"cohorts">;
};

type Props = {
  scope: ShownScope;
  first: FirstRow;
  /** revenue per touch that the first figure is held against, minor units */
  other: number | null;
  later: LaterFigures;
};

/** What needs a person, then what the marketing earned in a period beside what it would have earned anyway, and why. */
export function OverviewFigures({ scope, first: { alerts, overview, movement }, other, later }: Props) {
  return (
    <Stack>
      <AlertsCard alerts={alerts} />
      <NorthStar overview={overview} other={other} scope={scope} />
      <Later ask={later.kpis} instead={<KpiSkeleton />}>
        {(kpis) => <KpiGrid kpis={kpis} measuredAt={overview.measuredAt} scope={scope} />}
      </Later>
      <Grid>
        <Stack className="lg:col-span-8">
          <Later
            ask={() => Promise.all([later.trend(), later.annotations()])}
            instead={<CardSkeleton lines={14} />}
          >
            {([trend, annotations]) => <ArmsTrend trend={trend} annotations={annotations} />}
          </Later>
        </Stack>
        <Stack className="lg:col-span-4">
          <Activity>
            <MovementCard movement={movement} />
          </Activity>
        </Stack>
      </Grid>
      <Later ask={later.campaigns} instead={<CardSkeleton lines={11} />}>
        {(campaigns) => <CampaignFigures campaigns={campaigns} overview={overview} scope={scope} />}
      </Later>
      <Later ask={later.cohorts} instead={<CardSkeleton lines={16} />}>
        {(cohorts) => <CohortCard cohorts={cohorts} />}
      </Later>
      <Activity>
        <DecisionFigures overview={overview} scope={scope} />
      </Activity>
    </Stack>
  );
}

/** What became of decisions, and what stood in their way. */
function DecisionFigures({ overview, scope }: { overview: Overview; scope: ShownScope }) {
  return (
    <Grid>
      <Stack className="lg:col-span-4">
        <FunnelCard overview={overview} scope={scope} />
      </Stack>
      <Stack className="lg:col-span-4">
        <Reasons
          title="Blocked, by rule"
          reasons={overview.decisions.blockedBy}
          verdict="blocked"
          scope={scope}
          empty="No rule blocked a message."
        />
      </Stack>
      <Stack className="lg:col-span-4">
        <Reasons
          title="Held for a person, by rule"
          reasons={overview.decisions.heldBecause}
          verdict="held"
          scope={scope}
          empty="Nothing was held."
        />
      </Stack>
    </Grid>
  );
}

/** What a step is called, and which decisions stand behind it. */
const STEPS: Record<string, { label: string; filter: Record<string, string> }> = {
  decided: { label: "Decided", filter: {} },
  sent: { label: "Sent", filter: { among: "left" } },
  opened: { label: "Opened", filter: { among: "opened" } },
  clicked: { label: "Clicked", filter: { among: "clicked" } },
};

/** Told apart, so that each bar is a part of the one above: people also order without a click. */
const SIDE_ROADS = { held: true, approved: true, converted: true };

function FunnelCard({ overview, scope }: { overview: Overview; scope: ShownScope }) {
  const side = new Map(overview.funnel.map(({ step, count }) => [step, count]));
  const steps = overview.funnel
    .filter(({ step }) => !(step in SIDE_ROADS))
    .map(({ step, count }) => ({
      label: STEPS[step]?.label ?? step,
      count,
      href: decisionsHref(scope, STEPS[step]?.filter),
    }));
  return (
    <Card>
      <CardHeader title="From decision to click" sub="Decisions of the period; touches of the period." />
      <CardBody className="grid gap-3">
        <Funnel
          label="From decision to click"
          steps={steps}
          apart={{
            label: "Led to an order",
            count: side.get("converted") ?? 0,
            href: decisionsHref(scope, { among: "ordered" }),
            note: "Messages that an order followed within the window, with or without a click.",
          }}
        />
        <Hint>
          {formatCount(side.get("held") ?? 0)} were held for a person,{" "}
          {formatCount(side.get("approved") ?? 0)} of them approved. Opens and clicks are people's: machines
          are left out.
        </Hint>
      </CardBody>
    </Card>
  );
}

type Counted = Overview["decisions"]["blockedBy"];

type ReasonsProps = {
  title: string;
  reasons: Counted;
  verdict: "blocked" | "held";
  empty: string;
  scope: ShownScope;
};

function Reasons({ title, reasons, verdict, empty, scope }: ReasonsProps) {
  return (
    <Card>
      <CardHeader title={title} />
      <CardBody>
        {reasons.length === 0 ? (
          <Empty title={empty}>Reasons are counted once for each decision.</Empty>
        ) : (
          <BarList
            label={title}
            format={{ kind: "count" }}
            items={reasons.map(({ reason, decisions }) => ({
              key: reason,
              name: reasonWords(reason),
              label: (
                <TextLink look="plain" href={decisionsHref(scope, { verdict, reason })}>
                  {reasonWords(reason)}
                </TextLink>
              ),
              value: decisions,
            }))}
          />
        )}
      </CardBody>
    </Card>
  );
}
