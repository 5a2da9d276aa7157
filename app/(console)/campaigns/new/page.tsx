import { CampaignEditor } from "@/components/campaigns/campaign-editor";
import { Crumb } from "@/components/shell/crumb";
import { serverCaller } from "@/server/auth";
import { BLANK_CAMPAIGN } from "@/server/domain/blank-campaign";
import { configuration } from "@/server/domain/settings/configuration";

export const metadata = { title: "New campaign" };

export default async function NewCampaignPage() {
  const { body } = await (await serverCaller()).settings.current({ kind: "configuration" });
  const { actions } = configuration.parse(body).goals[BLANK_CAMPAIGN.goal];
  return (
    <>
      <Crumb label="New campaign" />
      <CampaignEditor body={{ ...BLANK_CAMPAIGN, actions }} saved={null} state="draft" mayLaunch={false} />
    </>
  );
}
