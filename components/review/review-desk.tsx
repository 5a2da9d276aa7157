"use client";
import { useQueryClient } from "@tanstack/react-query";
import { MousePointer2 } from "lucide-react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { cn } from "@/components/ui/cn";
import { Empty } from "@/components/ui/empty";
import { ErrorState } from "@/components/ui/error-state";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { KeyBar, KeyHelp } from "./key-help";
import { MessageDesk } from "./message-desk";
import { QueueList } from "./queue-list";
import { RejectDialog } from "./reject-dialog";
import type { Counts, Desk, HeldMessage, QueueFilter, QueuePage } from "./review-types";
import { nameOf } from "./review-words";
import { useArrivals } from "./use-arrivals";
import { undoableNow, useDesk } from "./use-desk";
import { useNow } from "./use-now";
import { useQueue } from "./use-queue";

type Props = {
  desk: Desk;
  filter: QueueFilter;
  /** what the page brought along, and when that was */
  first: { page: QueuePage; counts: Counts; message: HeldMessage | null; atMs: number };
};

/** The queue at the left, the message at the right; on a phone one after the other. Moving loads no page. */
export function ReviewDesk({ desk, filter, first }: Props) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const nowMs = useNow(first.atMs);
  const queue = useQueue(filter, first);
  const at = useDesk({ desk, filter, listed: queue.rows, first });
  const { message, chosen, decisions } = at;
  const arrived = useArrivals(JSON.stringify(filter), at.rows, at.openId);
  const refresh = () => void queries.invalidateQueries(trpc.review.pathFilter());
  const undo = undoableNow(message, decisions.undoable);
  return (
    <div className="md:grid md:h-[calc(100dvh-var(--frame-top))] md:grid-cols-[264px_minmax(0,1fr)] lg:grid-cols-[328px_minmax(0,1fr)]">
      <h1 className="sr-only">Review</h1>
      <QueueList
        {...queue}
        desk={desk}
        filter={filter}
        rows={at.rows}
        arrived={arrived}
        openId={at.openId}
        nowMs={nowMs}
        onMore={queue.loadMore}
        onRefresh={refresh}
        onSelect={at.select}
        className={cn(chosen !== null && "max-md:hidden")}
      />
      <section
        aria-label={message === undefined ? "Message" : `Message to ${nameOf(message)}`}
        className={cn("flex min-h-0 min-w-0 flex-col", chosen === null && "max-md:hidden")}
      >
        <div
          key={`${at.openId} ${at.draft === null}`} // begins at its top
          className="flex min-h-0 flex-1 flex-col max-md:pb-16 md:overflow-y-auto"
        >
          <Opened at={at} desk={desk} nowMs={nowMs} />
        </div>
        <KeyBar
          mayDecide={desk.mayDecide}
          undo={undo === null ? null : `${undo.name} ${undo.word}`}
          choices={Math.min(9, at.words.length)}
        />
      </section>
      <p aria-live="polite" className="sr-only">
        {message !== undefined && `${nameOf(message)}, ${message.state}`}
      </p>
      <RejectDialog
        open={at.asking?.kind === "reject" && at.asking.id === message?.id}
        name={message === undefined ? "" : nameOf(message)}
        onOpenChange={() => at.setAsking(null)}
        onReject={at.act.rejectFor}
      />
      <KeyHelp open={at.asking?.kind === "keys"} onOpenChange={() => at.setAsking(null)} />
    </div>
  );
}

type OpenedProps = {
  at: ReturnType<typeof useDesk>;
  desk: Desk;
  nowMs: number;
};

function Opened({ at, desk, nowMs }: OpenedProps) {
  const { opened, message, openId } = at;
  if (openId === null)
    return (
      <Empty title="No message is open" icon={<MousePointer2 aria-hidden />} className="my-auto">
        Choose one at the left, or come back when something waits.
      </Empty>
    );
  if (opened.error !== null && message === undefined)
    return (
      <ErrorState
        title="This message could not be shown"
        onRetry={() => void opened.refetch()}
        className="m-4 md:m-6"
      >
        {refusalText(opened.error)}
      </ErrorState>
    );
  if (message === undefined)
    return (
      <Loading>
        <MessageSkeleton />
      </Loading>
    );
  return (
    <MessageDesk
      key={message.id}
      message={message}
      desk={desk}
      nowMs={nowMs}
      draft={at.draft}
      {...at.act}
      onBack={() => at.select(null)}
      onTogether={at.decisions.approvedTogether}
    />
  );
}

/** A message while it is on its way, at its final size. */
export function MessageSkeleton() {
  return (
    <>
      <div className="grid gap-2 border-b px-6 py-4">
        <Skeleton className="h-5 w-44" />
        <Skeleton className="w-72 max-w-full" />
      </div>
      <div className="grid gap-4 px-6 py-4">
        <Skeleton className="h-16" />
        <Skeleton className="h-7 w-36" />
        <Skeleton className="h-[480px]" />
      </div>
    </>
  );
}
