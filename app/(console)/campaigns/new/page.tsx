import { CampaignEditor } from "@/components/campaigns/campaign-editor";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";

export const metadata = { title: "New campaign" };

export default function NewCampaignPage() {
  return (
    <Page>
      <PageHead title="New campaign" lead="Nothing leaves before you launch it." />
      <CampaignEditor saved={null} />
    </Page>
  );
}
