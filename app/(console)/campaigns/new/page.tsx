import { CampaignEditor } from "@/components/campaigns/campaign-editor";
import { Crumb } from "@/components/shell/crumb";
import { serverCaller } from "@/server/auth";
import { BLANK_CAMPAIGN } from "@/server/domain/blank-campaign";
import { configuration } from "@/server/domain/settings/configuration";
import { one, type Search } from "../../search";

export const metadata = { title: "New campaign" };

/** Begins with the goal's actions, and with the rules of the saved segment that the address names (`?segment=3`). */
export default async function NewCampaignPage({ searchParams }: { searchParams: Search }) {
  const api = await serverCaller();
  const [{ body }, saved, asked] = await Promise.all([
    api.settings.current({ kind: "configuration" }),
    api.segment.listSaved({}),
    searchParams,
  ]);
  const { audience } = saved.find(({ id }) => String(id) === one(asked, "segment")) ?? BLANK_CAMPAIGN;
  const { actions } = configuration.parse(body).goals[BLANK_CAMPAIGN.goal];
  return (
    <>
      <Crumb label="New campaign" />
      <CampaignEditor
        body={{ ...BLANK_CAMPAIGN, audience, actions }}
        saved={null}
        state="draft"
        mayLaunch={false}
      />
    </>
  );
}
