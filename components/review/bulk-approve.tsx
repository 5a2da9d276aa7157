"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer } from "@/components/api-types";
import { reasonWords } from "@/components/reason-words";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { formatCount } from "@/components/ui/format";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { showToast } from "@/components/ui/toast";
import type { HeldMessage } from "./review-types";
import { riskWords, rowName } from "./review-words";

type Props = { message: HeldMessage; onDone: () => void };

/** Approves every message with exactly this content, after showing what is in the group. */
export function BulkApprove({ message, onDone }: Props) {
  const [open, setOpen] = useState(false);
  if (message.sameContent < 2) return null;
  const count = formatCount(message.sameContent);
  return (
    <Callout tone="info" className="mb-3 items-center">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span>{count} messages wait with exactly this content.</span>
        <Dialog open={open} onOpenChange={setOpen}>
          <DialogTrigger asChild>
            <Button size="sm">Look at all {count}</Button>
          </DialogTrigger>
          <DialogContent
            title={`Approve ${count} messages with the same content`}
            description={`Subject: ${message.preview.ok ? message.preview.subject : message.creative.subject}`}
          >
            <Group
              creativeHash={message.creativeHash}
              onDone={() => {
                setOpen(false);
                onDone();
              }}
            />
          </DialogContent>
        </Dialog>
      </div>
    </Callout>
  );
}

function Group({ creativeHash, onDone }: { creativeHash: string; onDone: () => void }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const group = useQuery({ ...trpc.review.group.queryOptions({ creativeHash }), staleTime: 0 });
  const approve = useMutation(
    trpc.review.bulkApprove.mutationOptions({
      onSuccess: async ({ approved }) => {
        await queries.invalidateQueries(trpc.review.pathFilter());
        showToast(`${formatCount(approved)} approved; each can be undone under Decided while its time lasts`);
        onDone();
      },
      // the group is not what was shown: show it anew
      onError: () => void group.refetch(),
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
  const { count } = group.data;
  return (
    <>
      <GroupContent group={group.data} />
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
          disabled={count === 0 || group.isFetching}
          pending={approve.isPending}
          onClick={() => approve.mutate({ creativeHash, expectedCount: count })}
        >
          Approve all {formatCount(count)}
        </Button>
      </DialogFooter>
    </>
  );
}

function GroupContent({ group }: { group: Answer["review"]["group"] }) {
  return (
    <div className="grid gap-4">
      <section>
        <h3 className="mb-1.5 text-12 font-medium text-ink-3">Why they wait</h3>
        <DescriptionList
          pairs={Object.entries(group.reasons).map(([code, n]) => ({
            key: code,
            term: reasonWords(code),
            value: formatCount(n),
          }))}
        />
      </section>
      <section>
        <h3 className="mb-1.5 text-12 font-medium text-ink-3">
          {group.sample.length < group.count
            ? `The riskiest ${group.sample.length} of ${formatCount(group.count)}`
            : "To whom"}
        </h3>
        <ul className="divide-y divide-line rounded-md border">
          {group.sample.map((row) => {
            const { tone, word } = riskWords(row.risk);
            return (
              <li key={row.id} className="flex justify-between gap-3 px-3 py-1.5">
                <span className="truncate">
                  {rowName(row)} <span className="text-ink-3">· {row.campaign}</span>
                </span>
                <Status tone={tone}>{word}</Status>
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}
