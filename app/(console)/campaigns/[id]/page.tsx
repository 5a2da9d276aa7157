import { CampaignPage } from "@/components/campaigns/campaign-page";
import { Crumb } from "@/components/shell/crumb";
import { getSessionUser, serverCaller } from "@/server/auth";
import { permissionsOf } from "@/server/domain/role";
import { idOf, orNotFound } from "../../found";
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
  const [runs, figures, variants, user] = await Promise.all([
    api.run.list({ campaignId: id }),
    api.figures.overview({ campaignId: id }),
    api.campaign.variants({ id }),
    getSessionUser(),
  ]);
  const tab = one(await searchParams, "tab") === "history" ? "history" : "summary";
  const mayChange = permissionsOf(user?.roles ?? []).has("campaign.launch");
  return (
    <>
      <Crumb label={campaign.name} />
      <CampaignPage
        campaign={campaign}
        runs={runs}
        figures={figures}
        variants={variants}
        mayChange={mayChange}
        tab={tab}
      />
    </>
  );
}
