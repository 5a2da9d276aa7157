import { CampaignEditor } from "@/components/campaigns/campaign-editor";
import { Crumb } from "@/components/shell/crumb";
import { BLANK_CAMPAIGN } from "@/server/domain/blank-campaign";

export const metadata = { title: "New campaign" };

export default function NewCampaignPage() {
  return (
    <>
      <Crumb label="New campaign" />
      <CampaignEditor body={BLANK_CAMPAIGN} saved={null} state="draft" mayLaunch={false} />
    </>
  );
}
