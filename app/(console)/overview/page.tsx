import { cache } from "react";
import type { z } from "zod";
import { NothingSent } from "@/components/overview/nothing-sent";
import { OverviewPage } from "@/components/overview/overview-page";
import { OverviewSkeleton } from "@/components/overview/overview-skeleton";
import { FirstSteps } from "@/components/start/first-steps";
import { nextStep } from "@/components/start/next-step";
import { Soon } from "@/components/ui/later";
import type { Caller } from "@/server/api/root";
import { serverCaller } from "@/server/auth";
import { figuresScope } from "@/server/domain/figures-scope";
import { COMPARISONS, type Comparison } from "@/server/domain/kpi/comparison";
import { patienceMs } from "../patience";
import { myPermissions } from "../permissions";
import { one, type Search } from "../search";

export const metadata = { title: "Overview" };

const MOST_CAMPAIGNS = 100;
const CAMPAIGNS = { title: "Look after your campaigns and their runs", href: "/campaigns" };

export default async function Overview({ searchParams }: { searchParams: Search }) {
  const asked = askedIn(await searchParams);
  const api = await serverCaller();
  const later = laterOf(api, asked.scope, asked.compare);
  return (
    <Soon
      ask={() => firstOf(api, asked.scope)}
      patienceMs={await patienceMs("/overview")}
      instead={<OverviewSkeleton />}
    >
      {({ campaigns, steps, granted, ...first }) => {
        const firstSteps = steps !== null && <FirstSteps steps={steps} granted={granted} />;
        if (steps !== null && !steps.hasSent) {
          const next = nextStep(steps.steps, granted) ?? (granted.has("campaign.read") ? CAMPAIGNS : null);
          return <NothingSent alerts={first.alerts} firstSteps={firstSteps} next={next} />;
        }
        return (
          <OverviewPage
            asked={asked}
            first={first}
            later={later}
            campaigns={campaigns}
            firstSteps={firstSteps}
          />
        );
      }}
    </Soon>
  );
}

/** What the address asks for; where it makes no sense, what is shown without it and why. */
function askedIn(params: Awaited<Search>): {
  scope: z.output<typeof figuresScope>;
  compare: Comparison;
  problem: string | null;
} {
  const compare = COMPARISONS.find((name) => name === one(params, "compare")) ?? "previous";
  const campaign = one(params, "campaign");
  const asked = figuresScope.safeParse({
    from: one(params, "from"),
    to: one(params, "to"),
    campaignId: campaign === undefined ? undefined : Number(campaign),
    channel: one(params, "channel"),
  });
  if (asked.success) return { scope: asked.data, compare, problem: null };
  const [issue] = asked.error.issues;
  return {
    scope: figuresScope.parse(undefined),
    compare,
    problem: `The address asks for something else (${issue?.path.join(".")}: ${issue?.message}).`,
  };
}

type Scope = NonNullable<Parameters<Caller["figures"]["overview"]>[0]>;

async function firstOf(api: Caller, scope: Scope) {
  const [alerts, overview, movement, list, steps, granted] = await Promise.all([
    api.figures.alerts({}),
    api.figures.overview(scope),
    api.figures.movement(scope),
    api.campaign.list({ pageSize: MOST_CAMPAIGNS }),
    api.company.firstSteps(),
    myPermissions(),
  ]);
  const campaigns = list.rows.map(({ id, name }) => ({ id, name }));
  return { alerts, overview, movement, campaigns, steps, granted };
}

/** Each is asked for once, when a part of the page first wants it. */
const laterOf = (api: Caller, scope: Scope, compare: Comparison) => ({
  kpis: cache(() => api.figures.kpis({ ...scope, compare })),
  trend: cache(() => api.figures.trend(scope)),
  annotations: cache(() => api.figures.annotations(scope)),
  campaigns: cache(() => api.figures.campaigns(scope)),
  cohorts: cache(() => api.figures.cohorts(scope)),
});
