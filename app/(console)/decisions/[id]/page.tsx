import { notFound } from "next/navigation";
import { statusOf } from "@/components/decisions/aftermath-words";
import { customerWords } from "@/components/decisions/customer-words";
import { DecisionPage } from "@/components/decisions/decision-page";
import { ExportDecision } from "@/components/decisions/export-decision";
import { Crumb } from "@/components/shell/crumb";
import { Badge } from "@/components/ui/badge";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { ToneIcon } from "@/components/ui/tone-icon";
import { serverCaller } from "@/server/auth";
import { orNotFound } from "../../found";
import { offerTitles } from "../../offer-titles";
import { myPermissions } from "../../permissions";

export const metadata = { title: "Decision" };

export default async function OneDecisionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^[1-9]\d{0,9}-[1-9]\d{0,9}$/.test(id)) notFound();
  const api = await serverCaller();
  const [explained, policies, offers, granted] = await Promise.all([
    orNotFound(api.decision.get({ id })),
    api.settings.versions({ kind: "policy" }),
    offerTitles(),
    myPermissions(),
  ]);
  const maySee = granted.has("customer.read") && explained.outbox !== null;
  const message =
    maySee && explained.outbox !== null ? await api.outbox.get({ id: explained.outbox.id }) : null;
  const { customerId, campaignId } = explained.decision;
  const { tone, word } = statusOf(explained);
  const forWhom = customerWords({ customer: explained.customer, customerId });
  return (
    <Page>
      <Crumb label={id} />
      <PageHead
        title={`Decision ${id}`}
        badges={
          <Badge tone={tone}>
            <ToneIcon tone={tone} />
            {word}
          </Badge>
        }
        actions={granted.has("customer.export") && <ExportDecision id={explained.id} />}
        lead={
          <>
            For{" "}
            {granted.has("customer.read") ? (
              <TextLink href={`/customers/${customerId}`}>{forWhom}</TextLink>
            ) : (
              forWhom
            )}
            , by <TextLink href={`/campaigns/${campaignId}`}>{explained.campaignName}</TextLink>, run{" "}
            <TextLink href={`/decisions?run=${explained.decision.runId}`}>
              {explained.decision.runId}
            </TextLink>
            .
          </>
        }
      />
      <DecisionPage
        explained={explained}
        message={message}
        mayReview={granted.has("review.read")}
        offers={offers}
        policies={policies.rows.map(({ version, note }) => ({ version, note }))}
      />
    </Page>
  );
}
