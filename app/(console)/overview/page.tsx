import { ExportFigures } from "@/components/overview/export-figures";
import { FiguresFilters } from "@/components/overview/figures-filters";
import { OverviewFigures } from "@/components/overview/overview";
import { overviewSentence } from "@/components/overview/overview-sentence";
import { FirstSteps } from "@/components/start/first-steps";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import type { Caller } from "@/server/api/root";
import { serverCaller } from "@/server/auth";
import { CHANNELS } from "@/server/domain/goal";
import { COMPARISONS, type Comparison } from "@/server/domain/kpi/comparison";
import { kpiGoal } from "@/server/domain/kpi/kpi-goal";
import { myPermissions } from "../permissions";
import { one, type Search } from "../search";

export const metadata = { title: "Overview" };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const dayOf = (text: string | undefined) => (text !== undefined && DAY.test(text) ? text : null);
const MOST_CAMPAIGNS = 100;

export default async function OverviewPage({ searchParams }: { searchParams: Search }) {
  const params = await searchParams;
  const api = await serverCaller();
  const campaign = one(params, "campaign") ?? "";
  const scope = {
    from: dayOf(one(params, "from")),
    to: dayOf(one(params, "to")),
    campaignId: /^[1-9]\d{0,8}$/.test(campaign) ? Number(campaign) : null,
    channel: CHANNELS.find((channel) => channel === one(params, "channel")) ?? null,
  };
  const compare = COMPARISONS.find((name) => name === one(params, "compare")) ?? "previous";
  const [shown, list, steps, granted] = await Promise.all([
    figuresOf(api, scope, compare),
    api.campaign.list({ pageSize: MOST_CAMPAIGNS }),
    api.company.firstSteps(),
    myPermissions(),
  ]);
  const { overview, movement } = shown;
  const { from, to } = overview.period;
  const before = movement.shared?.before ?? null;
  const other = otherOf(compare, before, overview.currency);
  return (
    <Page>
      <PageHead
        title="Overview"
        lead={overviewSentence(overview, before)}
        actions={<ExportFigures figures={shown} />}
      />
      {steps !== null && <FirstSteps steps={steps} granted={granted} />}
      <div className="mb-4">
        <FiguresFilters from={from} to={to} campaigns={list.rows} />
      </div>
      <OverviewFigures {...shown} other={other} scope={{ from, to, campaignId: scope.campaignId }} />
    </Page>
  );
}

type Scope = NonNullable<Parameters<Caller["figures"]["overview"]>[0]>;

async function figuresOf(api: Caller, scope: Scope, compare: Comparison) {
  const [alerts, overview, kpis, trend, annotations, movement, campaigns, cohorts] = await Promise.all([
    api.figures.alerts({}),
    api.figures.overview(scope),
    api.figures.kpis({ ...scope, compare }),
    api.figures.trend(scope),
    api.figures.annotations(scope),
    api.figures.movement(scope),
    api.figures.campaigns(scope),
    api.figures.cohorts(scope),
  ]);
  return { alerts, overview, kpis, trend, annotations, movement, campaigns, cohorts };
}

/** What the first figure is held against. Against the holdout it has its incremental twin beside it. */
function otherOf(compare: Comparison, before: number | null, currency: string): number | null {
  if (compare === "holdout") return null;
  return compare === "previous" ? before : (kpiGoal("revenuePerTouch", currency).baseline ?? null);
}
