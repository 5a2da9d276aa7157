import { CampaignPage } from "@/components/campaigns/campaign-page";
import { CampaignSkeleton } from "@/components/campaigns/campaign-skeleton";
import { knownFrom } from "@/components/campaigns/known";
import { Crumb } from "@/components/shell/crumb";
import { Soon } from "@/components/ui/later";
import type { Caller } from "@/server/api/root";
import { serverCaller } from "@/server/auth";
import { configuration } from "@/server/domain/settings/configuration";
import { idOf, orNotFound } from "../../found";
import { patienceMs } from "../../patience";
import { myPermissions } from "../../permissions";
import { one, type Search } from "../../search";

export const metadata = { title: "Campaign" };

export default async function OneCampaignPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Search;
}) {
  const id = idOf((await params).id);
  const api = await serverCaller();
  const campaign = await orNotFound(api.campaign.get({ id }));
  const tab = one(await searchParams, "tab") === "history" ? "history" : "summary";
  return (
    <>
      <Crumb label={campaign.name} />
      <Soon
        ask={() => besides(api, id)}
        patienceMs={await patienceMs(`/campaigns/${id}`)}
        instead={<CampaignSkeleton />}
      >
        {(found) => <CampaignPage campaign={campaign} tab={tab} {...found} />}
      </Soon>
    </>
  );
}

/** What stands on the page besides the campaign itself. */
async function besides(api: Caller, id: number) {
  const [runs, figures, variants, choices, { body }, granted] = await Promise.all([
    api.run.list({ campaignId: id }),
    api.figures.overview({ campaignId: id }),
    api.campaign.variants({ id }),
    api.campaign.audienceChoices(),
    api.settings.current({ kind: "configuration" }),
    myPermissions(),
  ]);
  return {
    runs,
    figures,
    variants,
    known: knownFrom({ currency: figures.currency, choices, configuration: configuration.parse(body) }),
    mayChange: granted.has("campaign.launch"),
    mayReview: granted.has("review.read"),
  };
}
