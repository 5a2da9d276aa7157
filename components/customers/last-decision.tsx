"use client";
import { Lightbulb } from "lucide-react";
import { choiceWords, type OfferTitles, segmentWords } from "@/components/choice-words";
import { useCompany } from "@/components/company";
import { reasonWords } from "@/components/reason-words";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount, formatInstant } from "@/components/ui/format";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { ToneIcon } from "@/components/ui/tone-icon";
import { INSIGHTS } from "@/server/domain/insight";
import { CandidateList } from "./candidate-list";
import type { LastDecision } from "./customer-types";
import { VERDICT_WORDS } from "./customer-words";

type Props = { customerId: number; decision: LastDecision | null; offers: OfferTitles };

/** What the agent decided last for a customer, and why. */
export function LastDecisionCard({ customerId, decision, offers }: Props) {
  const { currency, timeZone } = useCompany();
  if (decision === null) return <NothingDecided />;
  const { tone, word } = VERDICT_WORDS[decision.verdict];
  return (
    <Card>
      <CardHeader title="Decided last" sub={formatInstant(decision.at, timeZone)} />
      <CardBody className="grid gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <Badge tone={tone}>
            <ToneIcon tone={tone} /> {word}
          </Badge>
          <span className="text-12 text-ink-3">by the node “{decision.node}”</span>
        </div>
        <p className="text-14">
          {choiceOf(decision, offers)}, for{" "}
          <TextLink href={`/campaigns/${decision.campaignId}`}>{decision.campaignName}</TextLink>.
        </p>
        {decision.reasons.length > 0 && (
          <ul aria-label="Reasons" className="grid gap-1 text-12 text-ink-2">
            {decision.reasons.map(({ code, facts }) => (
              <li key={code}>{reasonWords(code, facts, currency)}</li>
            ))}
          </ul>
        )}
      </CardBody>
      <Insights insights={decision.insights} />
      {decision.candidates.length > 0 && (
        <div className="border-t">
          <CandidateList candidates={decision.candidates} offers={offers} />
        </div>
      )}
      <CardFooter>
        <ButtonLink size="sm" wide href={`/decisions/${decision.runId}-${customerId}`}>
          <Lightbulb aria-hidden /> Explain
        </ButtonLink>
      </CardFooter>
    </Card>
  );
}

const NothingDecided = () => (
  <Card>
    <CardHeader title="Decided last" />
    <CardBody>
      <Empty title="No decision yet">
        Once a campaign runs over this customer, what the agent chose and why will stand here.
      </Empty>
    </CardBody>
  </Card>
);

function choiceOf({ action, offerId, channel, segment }: LastDecision, offers: OfferTitles): string {
  const what = choiceWords({ action, offerId }, offers);
  const where = channel === null ? "" : ` by ${channel}`;
  const who = segment === null ? "" : `, as “${segmentWords(segment)}”`;
  return `${what}${where}${who}`;
}

function Insights({ insights }: Pick<LastDecision, "insights">) {
  if (insights.length === 0) return null;
  return (
    <Section title="What stood out">
      <ul className="grid gap-1">
        {insights.map(({ code, figure }) => (
          <li key={code}>{INSIGHTS[code].replace("#", formatCount(figure))}</li>
        ))}
      </ul>
    </Section>
  );
}
