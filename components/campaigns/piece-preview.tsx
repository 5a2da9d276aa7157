"use client";
import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
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
import { CustomerPick, type PickedCustomer } from "./customer-pick";
import { pieceTitle } from "./piece-list";
import { SendTest } from "./send-test";
import { useReach } from "./use-reach";
import type { Content, Piece, useWriting } from "./use-writing";

type Creative = NonNullable<Piece["creative"]>;
type Props = {
  id: number;
  piece: Piece;
  creative: Creative;
  writer: Content["writer"];
  writing: ReturnType<typeof useWriting>;
};

/** One piece as a customer would get it, with what the checks say. From here it goes to oneself at most. */
export function PiecePreview({ id, piece, creative, writer, writing }: Props) {
  const trpc = useTRPC();
  const [picked, setPicked] = useState<PickedCustomer | null>(null);
  const reach = useReach(id);
  const offered = reach.data?.people.map(({ customerId, name }) => ({ id: customerId, name })) ?? [];
  const customer = picked ?? firstOf(offered);
  const { data, error } = useQuery({
    ...trpc.campaign.previewPiece.queryOptions({ creativeId: creative.id, customerId: customer?.id ?? 1 }),
    enabled: customer !== null,
  });
  const canWriteAgain = writer === "model";
  return (
    <Card>
      <CardHeader
        title={pieceTitle(piece)}
        sub={piece.segmentTitle}
        actions={
          <Button
            size="sm"
            disabled={!canWriteAgain}
            pending={writing.isUnderWay}
            onClick={() => void writing.request(piece.key)}
          >
            <RefreshCw aria-hidden /> Write again
          </Button>
        }
      />
      <Section className="mt-3 grid gap-3">
        <CustomerPick offered={offered} picked={customer} onPick={setPicked} />
        {customer !== null && (
          <SendTest key={creative.id} creativeId={creative.id} customerId={customer.id} />
        )}
      </Section>
      <Section title="Checks">
        <Checks
          creative={creative}
          raised={data?.findings ?? creative.findings}
          forPerson={customer !== null}
        />
      </Section>
      <CardBody>
        {error ? (
          <Callout tone="block" role="alert">
            The message could not be rendered: {error.message}
          </Callout>
        ) : customer === null ? (
          <Empty title="Choose a customer">The message is then rendered for them, as it would be sent.</Empty>
        ) : data === undefined ? (
          <Loading>
            <Skeleton className="h-[520px]" />
          </Loading>
        ) : (
          <RenderedMail mail={data.message} to={customer.name} spans={spansOf(creative, data.findings)} />
        )}
      </CardBody>
      <CardFooter>
        {canWriteAgain
          ? "No customer is written to from here. Links lead nowhere in the preview."
          : "No customer is written to from here. Rules write the same words from the same brief: change the brief to have others."}
      </CardFooter>
    </Card>
  );
}

const firstOf = ([first]: readonly { id: number; name: string | null }[]): PickedCustomer | null =>
  first === undefined ? null : { id: first.id, name: first.name ?? `No. ${first.id}` };

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
