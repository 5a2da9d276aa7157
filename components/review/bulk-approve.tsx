"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Ask } from "@/components/api-types";
import { inSentence } from "@/components/in-sentence";
import { reasonWords } from "@/components/reason-words";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { formatCount } from "@/components/ui/format";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { GroupContent } from "./group-content";
import type { HeldMessage } from "./review-types";

export type ApprovedTogether = { batchId: string; approved: number; graceUntil: Date };
type Asked = Ask["review"]["group"];
type Props = { message: HeldMessage; onDone: (done: ApprovedTogether) => void };

/** Approves together what has exactly this content, or what waits for the same single reason, after showing what is in it. */
export function BulkApprove({ message, onDone }: Props) {
  const { sameContent, sameReason, creativeHash, reasons } = message;
  const sole = reasons.length === 1 ? (reasons[0]?.code ?? null) : null;
  const isSameReason = sole !== null && sameReason > Math.max(1, sameContent);
  if (sameContent < 2 && !isSameReason) return null;
  return (
    <Callout tone="info" className="mb-3">
      <div className="grid gap-2">
        {sameContent >= 2 && (
          <Offer
            text={`${formatCount(sameContent)} messages wait with exactly this content.`}
            title={`Approve ${formatCount(sameContent)} messages with the same content`}
            count={sameContent}
            asked={{ creativeHash }}
            onDone={onDone}
          />
        )}
        {isSameReason && (
          <Offer
            text={`${formatCount(sameReason)} wait for this reason alone: ${inSentence(reasonWords(sole))}.`}
            title={`Approve what waits for one reason: ${inSentence(reasonWords(sole))}`}
            count={sameReason}
            asked={{ onlyReason: sole }}
            onDone={onDone}
          />
        )}
      </div>
    </Callout>
  );
}

type OfferProps = {
  text: string;
  title: string;
  count: number;
  asked: Asked;
  onDone: (done: ApprovedTogether) => void;
};

function Offer({ text, title, count, asked, onDone }: OfferProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span>{text}</span>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogTrigger asChild>
          <Button size="sm">{count === 2 ? "Look at both" : `Look at all ${formatCount(count)}`}</Button>
        </DialogTrigger>
        <DialogContent
          title={title}
          description="Nothing is approved before you have seen what is in it. All of it can be undone as one."
        >
          <Group
            asked={asked}
            onDone={(done) => {
              setOpen(false);
              onDone(done);
            }}
          />
        </DialogContent>
      </Dialog>
    </div>
  );
}

function Group({ asked, onDone }: Pick<OfferProps, "asked" | "onDone">) {
  const trpc = useTRPC();
  const group = useQuery({ ...trpc.review.group.queryOptions(asked), staleTime: 0 });
  const reading = useReading(group.data?.contents ?? []);
  const approve = useMutation(
    trpc.review.bulkApprove.mutationOptions({
      onSuccess: onDone,
      // the group is not what was shown: show it anew
      onError: () => {
        reading.setAnswers(false);
        void group.refetch();
      },
    }),
  );
  if (group.error !== null) {
    return (
      <ErrorState title="The group could not be loaded" onRetry={() => void group.refetch()}>
        {refusalText(group.error)}
      </ErrorState>
    );
  }
  if (group.data === undefined) {
    return (
      <Loading>
        <Skeleton className="h-40" />
      </Loading>
    );
  }
  const { count, contents, onlyReason } = group.data;
  const creativeHashes = contents.map(({ creativeHash }) => creativeHash);
  return (
    <>
      <GroupContent group={group.data} onOpen={reading.onOpen} />
      {contents.length > 1 && (
        <Checkbox
          className="mt-4"
          label={`I answer for all ${contents.length} contents without opening each`}
          help={`${reading.opened} of ${contents.length} opened. All can be approved once each was opened, or with this ticked.`}
          checked={reading.answers}
          onCheckedChange={(checked) => reading.setAnswers(checked === true)}
        />
      )}
      {approve.error !== null && (
        <Callout tone="block" role="alert" className="mt-3">
          {refusalText(approve.error)}
        </Callout>
      )}
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="ghost">Cancel</Button>
        </DialogClose>
        <Button
          variant="primary"
          disabled={count === 0 || group.isFetching || !reading.isEnough}
          pending={approve.isPending}
          onClick={() => approve.mutate({ creativeHashes, onlyReason, expectedCount: count })}
        >
          Approve all {formatCount(count)}
        </Button>
      </DialogFooter>
    </>
  );
}

/** What was read of a group: a single content lies open, of several each is opened or answered for. */
function useReading(contents: readonly { creativeHash: string }[]) {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [answers, setAnswers] = useState(false);
  const opened = contents.filter(({ creativeHash }) => seen.has(creativeHash)).length;
  return {
    opened,
    answers,
    setAnswers,
    isEnough: contents.length === 1 || opened === contents.length || answers,
    onOpen: (creativeHash: string) => setSeen((old) => new Set(old).add(creativeHash)),
  };
}
