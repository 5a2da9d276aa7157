import { DecisionTable } from "@/components/decisions/decision-table";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { serverCaller } from "@/server/auth";
import { VERDICTS } from "@/server/domain/decision";
import { offerTitles } from "../offer-titles";
import { one, type Search } from "../search";

export const metadata = { title: "Decisions" };
const MOST_CAMPAIGNS = 100;

export default async function DecisionsPage({ searchParams }: { searchParams: Search }) {
  const params = await searchParams;
  const api = await serverCaller();
  const filter = {
    runId: numberIn(one(params, "run")),
    campaignId: numberIn(one(params, "campaign")),
    customerId: numberIn(one(params, "customer")),
    verdict: VERDICTS.find((verdict) => verdict === one(params, "verdict")) ?? null,
    reason: one(params, "reason")?.slice(0, 80) ?? null,
  };
  const [decisions, campaigns, offers] = await Promise.all([
    api.decision.list({ ...filter, before: placeIn(one(params, "after")) }),
    api.campaign.list({ pageSize: MOST_CAMPAIGNS }),
    offerTitles(),
  ]);
  return (
    <Page>
      <PageHead
        title="Decisions"
        lead="What the line decided for each person, and why. Each is stored once and never changed."
      />
      <DecisionTable
        decisions={decisions}
        campaigns={campaigns.rows.map(({ id, name }) => ({ id, name }))}
        offers={offers}
        filtered={Object.values(filter).some((value) => value !== null)}
      />
    </Page>
  );
}

const numberIn = (text: string | undefined): number | null =>
  /^[1-9]\d{0,8}$/.test(text ?? "") ? Number(text) : null;

const placeIn = (text: string | undefined): string | null =>
  text !== undefined && /^[1-9]\d{0,8}-[1-9]\d{0,8}$/.test(text) ? text : null;
