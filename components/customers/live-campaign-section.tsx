"use client";
import { Lightbulb } from "lucide-react";
import { choiceWords, type OfferTitles, segmentWords } from "@/components/choice-words";
import { useCompany } from "@/components/company";
import { reasonWords } from "@/components/reason-words";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { formatInstant } from "@/components/ui/format";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { ToneIcon } from "@/components/ui/tone-icon";
import { CandidateList } from "./candidate-list";
import type { NextAction } from "./customer-types";

type Campaign = NextAction["campaigns"][number];
type Looked = Campaign & { inAudience: true };

/** What a run would make of them; `VERDICT_WORDS` speak of what was made. */
const OUTCOMES = {
  "sent-on": { tone: "pass", word: "Would be sent" },
  held: { tone: "hold", word: "A person would look first" },
  blocked: { tone: "block", word: "Would be blocked" },
  skipped: { tone: "neutral", word: "Would be skipped" },
  holdout: { tone: "neutral", word: "Held out" },
} as const;

const UNWRITTEN = { tone: "neutral", word: "Its words come first" } as const;

/** Whether the words for what was drawn are still to be written: a run has them written before it decides. */
export const isUnwritten = (campaign: Campaign): boolean =>
  campaign.inAudience && campaign.reasons.some(({ code }) => code === "message.no-creative");

type Props = {
  campaign: Campaign;
  customerId: number;
  offers: OfferTitles;
  /** with the candidates; else in two lines */
  isWhole: boolean;
};

/** What one live campaign would do for a customer now. */
export function LiveCampaignSection({ campaign, customerId, offers, isWhole }: Props) {
  const { campaignId, name } = campaign;
  return (
    <Section>
      <p className="mb-1.5 font-medium">
        <TextLink look="name" href={`/campaigns/${campaignId}`}>
          {name}
        </TextLink>
      </p>
      {campaign.inAudience ? (
        <Outcome campaign={campaign} customerId={customerId} offers={offers} isWhole={isWhole} />
      ) : (
        <p className="text-12 text-ink-3">Not in its audience.</p>
      )}
    </Section>
  );
}

function Outcome({ campaign, customerId, offers, isWhole }: Props & { campaign: Looked }) {
  const { currency, timeZone } = useCompany();
  const { tone, word } = isUnwritten(campaign) ? UNWRITTEN : OUTCOMES[campaign.verdict];
  const { action, segment, sendAt, subject, reasons } = campaign;
  return (
    <div className="grid gap-2">
      <div>
        <Badge tone={tone}>
          <ToneIcon tone={tone} /> {word}
        </Badge>
      </div>
      {isWhole && action !== null && (
        <p className="text-14">
          <b className="font-medium">{choiceWords(campaign, offers)}</b> by {campaign.channel}
          {segment !== null && <>, as “{segmentWords(segment)}”</>}
          {sendAt !== null && <>, planned for {formatInstant(sendAt, timeZone)}</>}.
          {subject !== null && <span className="block text-12 text-ink-3">Subject: {subject}</span>}
        </p>
      )}
      {reasons.length > 0 && (
        <ul aria-label="Reasons" className="grid gap-1 text-12 text-ink-2">
          {reasons.map(({ code, facts }) => (
            <li key={code}>
              {reasonWords(code, facts, currency)}
              {code === "message.no-creative" && " yet. The next run has them written before it decides"}
            </li>
          ))}
        </ul>
      )}
      {isWhole && <CandidateList candidates={campaign.candidates} offers={offers} />}
      <ButtonLink
        size="sm"
        wide={isWhole}
        href={`/customers/${customerId}/next?campaign=${campaign.campaignId}`}
      >
        <Lightbulb aria-hidden /> Explain
      </ButtonLink>
    </div>
  );
}
