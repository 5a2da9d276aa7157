"use client";
import { actorWords } from "@/components/actor-words";
import type { Answer } from "@/components/api-types";
import type { OfferTitles } from "@/components/choice-words";
import { useCompany } from "@/components/company";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatCount, formatDuration, formatInstant } from "@/components/ui/format";
import { Grid, Stack } from "@/components/ui/page";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { Trace } from "@/components/ui/trace";
import { CandidateTable } from "./candidate-table";
import { CheckCard } from "./check-card";
import { decisionSteps } from "./decision-steps";
import { decisionSummary } from "./decision-summary";
import { type Explained, REVIEW_WORDS } from "./decision-words";
import { MessageCard } from "./message-card";
import { OutcomeCard } from "./outcome-card";
import { ReplayCard } from "./replay-card";
import { VersionCard } from "./version-card";

type Props = {
  explained: Explained;
  /** the message in the outbox; null: there is none, or it may not be seen */
  message: Answer["outbox"]["get"] | null;
  offers: OfferTitles;
  policies: readonly { version: number; note: string }[];
  mayReview: boolean;
};

/** One decision, explained: the summary, the ten nodes, candidates, guardrails, the message, and the way to replay it. */
export function DecisionPage({ explained, message, offers, policies, mayReview }: Props) {
  const { timeZone } = useCompany();
  return (
    <>
      <Card className="mb-3 md:mb-4">
        <CardBody className="pt-4">
          <p className="max-w-[86ch] text-14 text-ink-2">{decisionSummary(explained, offers, timeZone)}</p>
          {!explained.isContextIntact && (
            <Callout tone="block" className="mt-3">
              What was stored beside this decision was changed afterwards: it no longer matches the audit.
            </Callout>
          )}
        </CardBody>
      </Card>
      <Grid>
        <Stack className="lg:col-span-7">
          <Card>
            <CardHeader title="The ten nodes" sub={madeWords(explained.record)} />
            <CardBody>
              <Trace label="The ten nodes" steps={decisionSteps({ explained, offers, timeZone })} />
            </CardBody>
          </Card>
          <CheckCard checks={explained.checks} currency={explained.currency} />
          <VersionCard explained={explained} auditBlock={explained.record?.auditBlock ?? null} />
        </Stack>
        <Stack className="lg:col-span-5">
          <CandidateTable candidates={explained.candidates} currency={explained.currency} offers={offers} />
          <OutcomeCard
            outbox={explained.outbox}
            outcomes={explained.outcomes}
            currency={explained.currency}
          />
          <ReviewCard review={explained.review} mayOpen={mayReview} />
          {message !== null && <MessageCard id={explained.id} message={message} />}
          <ReplayCard explained={explained} policies={policies} />
        </Stack>
      </Grid>
    </>
  );
}

/** One chunk is decided and timed as a whole; a single node is too fast to be timed for one customer. */
function madeWords(record: Explained["record"]): string {
  if (record === null || record.chunkCustomers === 0) return "each adds one fact";
  const { chunkMs, chunkCustomers } = record;
  return `each adds one fact · ${formatDuration(chunkMs)} for ${formatCount(chunkCustomers)} customers together`;
}

function ReviewCard({ review, mayOpen }: Pick<Explained, "review"> & { mayOpen: boolean }) {
  const { timeZone } = useCompany();
  if (review === null) return null;
  const { tone, word } = REVIEW_WORDS[review.state] ?? { tone: "neutral", word: review.state };
  return (
    <Card>
      <CardHeader title="Review" actions={<Status tone={tone}>{word}</Status>} />
      <CardBody>
        <DescriptionList
          pairs={[
            {
              term: "Decided by",
              value: review.decidedBy === null ? "–" : actorWords(review.decidedBy, null),
            },
            { term: "Decided", value: formatInstant(review.decidedAt, timeZone) },
            { term: "Edited", value: review.edited ? "Yes" : "No" },
            ...(mayOpen
              ? [
                  {
                    term: "In the queue",
                    value: <TextLink href={`/review?item=${review.id}`}>Open it</TextLink>,
                  },
                ]
              : []),
          ]}
        />
      </CardBody>
    </Card>
  );
}
