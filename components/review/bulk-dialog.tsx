"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Ask } from "@/components/api-types";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { formatCount } from "@/components/ui/format";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { GroupContent } from "./group-content";

export type ApprovedTogether = { batchId: string; approved: number; graceUntil: Date };
export type AskedGroup = Ask["review"]["group"];

type Props = {
  title: string;
  asked: AskedGroup;
  onClose: () => void;
  onDone: (done: ApprovedTogether) => void;
};

/** Shows what is in a group before all of it is approved. Loaded when it is asked for. */
export function BulkDialog({ title, asked, onClose, onDone }: Props) {
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <DialogContent
        size="lg"
        title={title}
        description="Nothing is approved before you have seen what is in it. All of it can be undone as one."
      >
        <Group asked={asked} onDone={onDone} />
      </DialogContent>
    </Dialog>
  );
}

function Group({ asked, onDone }: Pick<Props, "asked" | "onDone">) {
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
