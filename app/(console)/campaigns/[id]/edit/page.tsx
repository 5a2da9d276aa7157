import { CampaignEditor } from "@/components/campaigns/campaign-editor";
import { Crumb } from "@/components/shell/crumb";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { getSessionUser, serverCaller } from "@/server/auth";
import { permissionsOf } from "@/server/domain/role";
import { idOf, orNotFound } from "../../../found";

export const metadata = { title: "Edit campaign" };

export default async function EditCampaignPage({ params }: { params: Promise<{ id: string }> }) {
  const api = await serverCaller();
  const id = idOf((await params).id);
  const [campaign, user] = await Promise.all([orNotFound(api.campaign.get({ id })), getSessionUser()]);
  const { name, version, body, draft, state } = campaign;
  const may = permissionsOf(user?.roles ?? []);
  const isOver = state === "stopped" || state === "archived";
  if (isOver || !may.has("campaign.write"))
    return (
      <Page>
        <Crumb label={name} />
        <Callout tone="info">
          {isOver
            ? `This campaign is ${state}: it is changed no more. Duplicate it to go on.`
            : "Your role may look at campaigns, and not change them."}{" "}
          <TextLink href={`/campaigns/${id}`}>To the campaign</TextLink>
        </Callout>
      </Page>
    );
  return (
    <>
      <Crumb label={name} />
      <CampaignEditor
        key={id}
        body={draft?.body ?? body}
        saved={{ id, version, edition: draft?.edition ?? null }}
        state={state}
        mayLaunch={may.has("campaign.launch")}
      />
    </>
  );
}
