import { cache } from "react";
import type { z } from "zod";
import type { Answer } from "@/components/api-types";
import { ExportFigures } from "@/components/overview/export-figures";
import { figuresCsv } from "@/components/overview/figures-csv";
import { FiguresFilters } from "@/components/overview/figures-filters";
import { OverviewFigures } from "@/components/overview/overview";
import { FirstSteps } from "@/components/start/first-steps";
import { AddressAhead, DimmedWhenOld } from "@/components/ui/address-ahead";
import { Callout } from "@/components/ui/callout";
import { Later } from "@/components/ui/later";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import type { Caller } from "@/server/api/root";
import { serverCaller } from "@/server/auth";
import { figuresScope } from "@/server/domain/figures-scope";
import { COMPARISONS, type Comparison } from "@/server/domain/kpi/comparison";
import { earnedSentence } from "@/server/domain/kpi/earned-sentence";
import { myPermissions } from "../permissions";
import { one, type Search } from "../search";

export const metadata = { title: "Overview" };

const MOST_CAMPAIGNS = 100;

export default async function OverviewPage({ searchParams }: { searchParams: Search }) {
  const params = await searchParams;
  const api = await serverCaller();
  const { scope, problem } = scopeFrom(params);
  const compare = COMPARISONS.find((name) => name === one(params, "compare")) ?? "previous";
  const later = laterOf(api, scope, compare);
  const [alerts, overview, movement, list, steps, granted] = await Promise.all([
    api.figures.alerts({}),
    api.figures.overview(scope),
    api.figures.movement(scope),
    api.campaign.list({ pageSize: MOST_CAMPAIGNS }),
    api.company.firstSteps(),
    myPermissions(),
  ]);
  const { period } = overview;
  const before = movement.shared?.before ?? null;
  return (
    <Page>
      <AddressAhead>
        <PageHead
          title="Overview"
          lead={<DimmedWhenOld as="span">{earnedSentence(earnedIn(overview, before))}</DimmedWhenOld>}
          actions={
            <Later
              ask={async () =>
                figuresCsv({ overview, kpis: await later.kpis(), campaigns: await later.campaigns() })
              }
              instead={<ExportFigures csv={null} period={period} />}
            >
              {(csv) => <ExportFigures csv={csv} period={period} />}
            </Later>
          }
        />
        {steps !== null && <FirstSteps steps={steps} granted={granted} />}
        <div className="mb-4">
          <FiguresFilters {...period} campaigns={list.rows.map(({ id, name }) => ({ id, name }))} />
        </div>
        {problem !== null && (
          <Callout tone="hold" className="mb-4">
            {problem} These are the last 30 days of everything.
          </Callout>
        )}
        <DimmedWhenOld>
          <OverviewFigures
            scope={{ from: period.from, to: period.to, campaignId: scope.campaignId, channel: scope.channel }}
            alerts={alerts}
            overview={overview}
            movement={movement}
            other={otherOf(compare, before, overview.goal.baseline ?? null)}
            later={later}
          />
        </DimmedWhenOld>
      </AddressAhead>
    </Page>
  );
}

/** What the address asks for; where it makes no sense, what is shown without it and why. */
function scopeFrom(params: Awaited<Search>): {
  scope: z.output<typeof figuresScope>;
  problem: string | null;
} {
  const campaign = one(params, "campaign");
  const asked = figuresScope.safeParse({
    from: one(params, "from"),
    to: one(params, "to"),
    campaignId: campaign === undefined ? undefined : Number(campaign),
    channel: one(params, "channel"),
  });
  if (asked.success) return { scope: asked.data, problem: null };
  const [issue] = asked.error.issues;
  return {
    scope: figuresScope.parse(undefined),
    problem: `The address asks for something else (${issue?.path.join(".")}: ${issue?.message}).`,
  };
}

type Scope = NonNullable<Parameters<Caller["figures"]["overview"]>[0]>;

/** Each is asked for once, when a part of the page first wants it. */
const laterOf = (api: Caller, scope: Scope, compare: Comparison) => ({
  kpis: cache(() => api.figures.kpis({ ...scope, compare })),
  trend: cache(() => api.figures.trend(scope)),
  annotations: cache(() => api.figures.annotations(scope)),
  campaigns: cache(() => api.figures.campaigns(scope)),
  cohorts: cache(() => api.figures.cohorts(scope)),
});

const earnedIn = (
  { sums, revenuePerTouch, lift, isComplete, currency }: Answer["figures"]["overview"],
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
