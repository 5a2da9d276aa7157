import { notFound } from "next/navigation";
import { customerWords } from "@/components/decisions/customer-words";
import { VERDICT_WORDS } from "@/components/decisions/decision-words";
import { DryDecision } from "@/components/decisions/dry-decision";
import { Crumb } from "@/components/shell/crumb";
import { NoAccess } from "@/components/shell/no-access";
import { Badge } from "@/components/ui/badge";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { ToneIcon } from "@/components/ui/tone-icon";
import { serverCaller } from "@/server/auth";
import { idOf, orNotFound } from "../../../found";
import { offerTitles } from "../../../offer-titles";
import { myPermissions } from "../../../permissions";
import { one, type Search } from "../../../search";

export const metadata = { title: "Next best action" };

type Props = { params: Promise<{ id: string }>; searchParams: Search };

export default async function NextActionPage({ params, searchParams }: Props) {
  const id = idOf((await params).id);
  const campaign = one(await searchParams, "campaign");
  if (campaign === undefined) notFound();
  if (!(await myPermissions()).has("customer.read")) return <NoAccess title="Next best action" />;
  const api = await serverCaller();
  const [explained, offers] = await Promise.all([
    orNotFound(api.customer.explainNext({ id, campaignId: idOf(campaign) })),
    offerTitles(),
  ]);
  const { tone, word } = VERDICT_WORDS[explained.decision.verdict];
  return (
    <Page>
      <Crumb label="Next best action" />
      <PageHead
        title="Next best action"
        badges={
          <Badge tone={tone}>
            <ToneIcon tone={tone} />
            {word}, if it ran now
          </Badge>
        }
        lead={
          <>
            For <TextLink href={`/customers/${explained.customerId}`}>{customerWords(explained)}</TextLink>,
            by <TextLink href={`/campaigns/${campaign}`}>{explained.campaignName}</TextLink>.
          </>
        }
      />
      <DryDecision explained={explained} offers={offers} />
    </Page>
  );
}
