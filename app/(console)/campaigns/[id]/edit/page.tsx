import { CampaignEditor } from "@/components/campaigns/campaign-editor";
import { Crumb } from "@/components/shell/crumb";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { serverCaller } from "@/server/auth";
import { idOf, orNotFound } from "../../../found";

export const metadata = { title: "Edit campaign" };

export default async function EditCampaignPage({ params }: { params: Promise<{ id: string }> }) {
  const api = await serverCaller();
  const { id, name, version, body, state } = await orNotFound(
    api.campaign.get({ id: idOf((await params).id) }),
  );
  const lead =
    state === "draft"
      ? "Nothing leaves before you launch it."
      : "Saving makes the next version. Runs that were made keep theirs.";
  return (
    <Page>
      <Crumb label={name} />
      <PageHead title={`Edit ${name}`} lead={lead} />
      <CampaignEditor saved={{ id, version, body }} />
    </Page>
  );
}
