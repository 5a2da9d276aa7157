import { campaignAsk } from "@/components/campaigns/campaign-ask";
import { CampaignTable } from "@/components/campaigns/campaign-table";
import { ButtonLink } from "@/components/ui/button";
import { PAGE_ROWS } from "@/components/ui/data-table/page-window";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { serverCaller } from "@/server/auth";
import { listParams } from "../../list-params";
import { myPermissions } from "../../permissions";
import type { Search } from "../../search";
import { viewMenu } from "../../view-menu";

export const metadata = { title: "Campaigns" };

export default async function CampaignsPage({ searchParams }: { searchParams: Search }) {
  const params = await listParams(searchParams);
  const ask = campaignAsk(params);
  const [api, granted, views] = await Promise.all([
    serverCaller(),
    myPermissions(),
    viewMenu("campaigns", params),
  ]);
  const page = await api.campaign.list({ ...ask, pageSize: PAGE_ROWS });
  const mayCreate = granted.has("campaign.write");
  return (
    <Page>
      <PageHead
        title="Campaigns"
        lead="What the agents work towards, for whom, and what it earned so far."
        actions={
          mayCreate && (
            <ButtonLink href="/campaigns/new" variant="primary">
              New campaign
            </ButtonLink>
          )
        }
      />
      <CampaignTable
        first={{ ask, page }}
        mayCreate={mayCreate}
        mayReview={granted.has("review.read")}
        views={views}
      />
    </Page>
  );
}
