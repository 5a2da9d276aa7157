import { CampaignTable } from "@/components/campaigns/campaign-table";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { serverCaller } from "@/server/auth";
import { CAMPAIGN_STATES } from "@/server/domain/campaign-state";
import { one, pageOf, type Search, sortOf } from "../search";

export const metadata = { title: "Campaigns" };
const PAGE_SIZE = 25;

export default async function CampaignsPage({ searchParams }: { searchParams: Search }) {
  const params = await searchParams;
  const api = await serverCaller();
  const page = pageOf(params);
  const search = one(params, "q") ?? "";
  const states = CAMPAIGN_STATES.filter((state) => state === one(params, "state"));
  const { column, descending } = sortOf(params, ["name", "updated", "touches", "revenue"], "-updated");
  const campaigns = await api.campaign.list({
    search,
    states,
    sort: column,
    descending,
    page,
    pageSize: PAGE_SIZE,
  });
  return (
    <Page>
      <PageHead
        title="Campaigns"
        lead="What the agents work towards, for whom, and what it earned so far."
        actions={
          <ButtonLink href="/campaigns/new" variant="primary">
            New campaign
          </ButtonLink>
        }
      />
      <CampaignTable
        campaigns={campaigns}
        page={page}
        pageSize={PAGE_SIZE}
        filtered={search !== "" || states.length > 0}
      />
    </Page>
  );
}
