import { OverviewFigures } from "@/components/overview/overview";
import { PeriodFilter } from "@/components/overview/period-filter";
import { FirstSteps } from "@/components/start/first-steps";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { serverCaller } from "@/server/auth";
import { myPermissions } from "../permissions";
import { one, type Search } from "../search";

export const metadata = { title: "Overview" };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const dayOf = (text: string | undefined) => (text !== undefined && DAY.test(text) ? text : null);

export default async function OverviewPage({ searchParams }: { searchParams: Search }) {
  const params = await searchParams;
  const api = await serverCaller();
  const scope = { from: dayOf(one(params, "from")), to: dayOf(one(params, "to")) };
  const [overview, daily, campaigns, steps, granted] = await Promise.all([
    api.figures.overview(scope),
    api.figures.daily(scope),
    api.figures.campaigns(scope),
    api.company.firstSteps(),
    myPermissions(),
  ]);
  const { from, to } = overview.period;
  return (
    <Page>
      <PageHead
        title="Overview"
        lead="What marketing earned, and what it earned beyond what would have come anyway."
        actions={<PeriodFilter from={from} to={to} />}
      />
      {steps !== null && <FirstSteps steps={steps} granted={granted} />}
      <OverviewFigures overview={overview} daily={daily} campaigns={campaigns} />
    </Page>
  );
}
