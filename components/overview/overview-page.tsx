import type { ReactNode } from "react";
import type { Answer } from "@/components/api-types";
import { AddressAhead, DimmedWhenOld } from "@/components/ui/address-ahead";
import { Callout } from "@/components/ui/callout";
import { Later } from "@/components/ui/later";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import type { Comparison } from "@/server/domain/kpi/comparison";
import { earnedSentence } from "@/server/domain/kpi/earned-sentence";
import { ExportFigures } from "./export-figures";
import { figuresCsv } from "./figures-csv";
import { FiguresFilters } from "./figures-filters";
import { type FirstRow, type LaterFigures, OverviewFigures } from "./overview-figures";
import type { ShownScope } from "./scope-links";

type Props = {
  asked: {
    scope: Pick<ShownScope, "campaignId" | "channel">;
    compare: Comparison;
    /** why the address could not be followed, in words */
    problem: string | null;
  };
  first: FirstRow;
  later: LaterFigures;
  campaigns: readonly { id: number; name: string }[];
  /** what a new company has to do yet */
  firstSteps: ReactNode;
};

/** Whether marketing earned, in a sentence, and the figures behind it. */
export function OverviewPage({ asked, first, later, campaigns, firstSteps }: Props) {
  const { overview, movement } = first;
  const { from, to } = overview.period;
  const before = movement.shared?.before ?? null;
  return (
    <Page>
      <AddressAhead>
        <PageHead
          title="Overview"
          lead={<DimmedWhenOld as="span">{earnedSentence(earnedIn(overview, before))}</DimmedWhenOld>}
          actions={<Export overview={overview} later={later} />}
        />
        {firstSteps}
        <div className="mb-4">
          <FiguresFilters from={from} to={to} campaigns={campaigns} />
        </div>
        {asked.problem !== null && (
          <Callout tone="hold" className="mb-4">
            {asked.problem} These are the last 30 days of everything.
          </Callout>
        )}
        <DimmedWhenOld>
          <OverviewFigures
            scope={{ from, to, campaignId: asked.scope.campaignId, channel: asked.scope.channel }}
            first={first}
            other={otherOf(asked.compare, before, overview.goal.baseline ?? null)}
            later={later}
          />
        </DimmedWhenOld>
      </AddressAhead>
    </Page>
  );
}

type Overview = Answer["figures"]["overview"];

function Export({ overview, later }: { overview: Overview; later: LaterFigures }) {
  const { period } = overview;
  return (
    <Later
      ask={async () => figuresCsv({ overview, kpis: await later.kpis(), campaigns: await later.campaigns() })}
      instead={<ExportFigures csv={null} period={period} />}
    >
      {(csv) => <ExportFigures csv={csv} period={period} />}
    </Later>
  );
}

const earnedIn = (
  { sums, revenuePerTouch, lift, isComplete, currency }: Overview,
  before: number | null,
) => ({
  touches: sums.touches,
  attributed: revenuePerTouch,
  incremental: lift.perTouch,
  isComplete,
  currency,
  before,
});

/** What the first figure is held against. Against the holdout it has its incremental twin beside it. */
const otherOf = (compare: Comparison, before: number | null, baseline: number | null): number | null =>
  compare === "holdout" ? null : compare === "previous" ? before : baseline;
