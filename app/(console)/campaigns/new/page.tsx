import { CampaignEditor } from "@/components/campaigns/campaign-editor";
import { Crumb } from "@/components/shell/crumb";

export const metadata = { title: "New campaign" };

export default function NewCampaignPage() {
  return (
    <>
      <Crumb label="New campaign" />
      <CampaignEditor saved={null} mayLaunch={false} />
    </>
  );
}
