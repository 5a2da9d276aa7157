"use client";
import { useQuery } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { reasonWords } from "@/components/reason-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { CheckItem, CheckList } from "@/components/ui/check-item";
import { Empty } from "@/components/ui/empty";
import type { MarkedSpan } from "@/components/ui/mark-spans";
import { RenderedMail } from "@/components/ui/rendered-mail";
import { Section } from "@/components/ui/section";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { CustomerPick } from "./customer-pick";
import { pieceTitle } from "./piece-list";
import { SendTest } from "./send-test";
import type { PreviewCustomer } from "./use-preview-customer";
import type { Content, Piece, useWriting } from "./use-writing";
import { WriteAgain } from "./write-again";

type Creative = NonNullable<Piece["creative"]>;
type Props = {
  piece: Piece;
  creative: Creative;
  writer: Content["writer"];
  writing: ReturnType<typeof useWriting>;
  shownTo: PreviewCustomer;
  onEdit: () => void;
};

/** One piece as a customer would get it, with what the checks say. From here it goes to oneself at most. */
export function PiecePreview({ piece, creative, writer, writing, shownTo, onEdit }: Props) {
  const trpc = useTRPC();
  const { customer } = shownTo;
  const { data, error } = useQuery({
    ...trpc.campaign.previewPiece.queryOptions({ creativeId: creative.id, customerId: customer?.id ?? 1 }),
    enabled: customer !== null,
  });
  const { author } = creative;
  const canWriteAgain = writer === "model" || author !== null;
  return (
    <Card>
      <CardHeader
        title={pieceTitle(piece)}
        sub={author === null ? piece.segmentTitle : `${piece.segmentTitle}, written by ${author}`}
        actions={
          <>
            <Button size="sm" disabled={creative.copy === null} onClick={onEdit}>
              <PenLine aria-hidden /> Edit the words
            </Button>
            <WriteAgain
              author={author}
              disabled={!canWriteAgain}
              pending={writing.isUnderWay}
              onWrite={() => void writing.request(piece.key)}
            />
          </>
        }
      />
      <ForWhom creativeId={creative.id} {...shownTo} />
      <Section title="Checks">
        <Checks
          creative={creative}
          raised={data?.findings ?? creative.findings}
          forPerson={customer !== null}
        />
      </Section>
      <CardBody>
        <Shown creative={creative} {...shownTo} data={data} problem={error?.message ?? null} />
      </CardBody>
      <CardFooter>
        {canWriteAgain
          ? "No customer is written to from here. Links lead nowhere in the preview."
          : "No customer is written to from here. Rules write the same words from the same brief: edit them to have others."}
      </CardFooter>
    </Card>
  );
}

/** Whom it is shown for, and the way to have it sent to oneself. */
function ForWhom({
  creativeId,
  offered,
  isLooking,
  customer,
  onPick,
}: PreviewCustomer & { creativeId: number }) {
  return (
    <Section className="mt-3 grid gap-3">
      <CustomerPick offered={offered} isLooking={isLooking} picked={customer} onPick={onPick} />
      {customer === null && isLooking && <Skeleton className="h-9" />}
      {customer !== null && <SendTest key={creativeId} creativeId={creativeId} customerId={customer.id} />}
    </Section>
  );
}

type ShownProps = Pick<PreviewCustomer, "isLooking" | "customer"> & {
  creative: Creative;
  data: Answer["campaign"]["previewPiece"] | undefined;
  problem: string | null;
};

/** The message as the customer would get it, or why there is none yet. */
function Shown({ creative, isLooking, customer, data, problem }: ShownProps) {
  if (problem !== null)
    return (
      <Callout tone="block" role="alert">
        The message could not be rendered: {problem}
      </Callout>
    );
  if (customer === null && !isLooking)
    return (
      <Empty title="Choose a customer">The message is then rendered for them, as it would be sent.</Empty>
    );
  if (customer === null || data === undefined)
    return (
      <Loading>
        <Skeleton className="h-[520px]" />
      </Loading>
    );
  return <RenderedMail mail={data.message} to={customer.name} spans={spansOf(creative, data.findings)} />;
}

type Finding = Creative["findings"][number];

function Checks({
  creative,
  raised,
  forPerson,
}: {
  creative: Creative;
  raised: readonly Finding[];
  forPerson: boolean;
}) {
  const isClear = raised.length + creative.problems.length === 0;
  return (
    <CheckList label="Checks">
      {isClear && (
        <CheckItem tone="pass" outcome="passed">
          {forPerson ? "No rule minds this message for this customer." : "No rule minds these words."}
        </CheckItem>
      )}
      {creative.problems.map(({ field, code, span }) => (
        <CheckItem key={`${field}:${code}`} tone="hold" outcome="doubts">
          {reasonWords(code)}
          {span !== "" && `: “${span}”`}
        </CheckItem>
      ))}
      {raised.map(({ guardrail, finding }) => (
        <CheckItem
          key={guardrail}
          tone={finding.level === "block" ? "block" : "hold"}
          outcome={finding.level === "block" ? "blocks" : "doubts"}
        >
          {reasonWords(finding.reason.code, finding.reason.facts)}
          {finding.span !== undefined && `: “${finding.span}”`}
        </CheckItem>
      ))}
    </CheckList>
  );
}

const spansOf = ({ problems }: Creative, findings: readonly Finding[]): MarkedSpan[] => [
  ...problems.map(({ code, span }) => ({ text: span, label: reasonWords(code), tone: "hold" as const })),
  ...findings.map(({ finding }) => ({
    text: finding.span ?? "",
    label: reasonWords(finding.reason.code, finding.reason.facts),
    tone: finding.level === "block" ? ("block" as const) : ("hold" as const),
  })),
];
