"use client";
import { useQueryClient } from "@tanstack/react-query";
import { MousePointer2 } from "lucide-react";
import {
  type ComponentProps,
  memo,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
} from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { cn } from "@/components/ui/cn";
import { Empty } from "@/components/ui/empty";
import { ErrorState } from "@/components/ui/error-state";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { whenPageLoaded } from "@/components/ui/when-page-loaded";
import { KeyBar } from "./key-bar";
import { MessageDesk } from "./message-desk";
import { QueueList } from "./queue-list";
import type { RejectDialog } from "./reject-dialog";
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
  first: {
    page: QueuePage;
    counts: Counts;
    message: HeldMessage | null;
    atMs: number;
    /** as far as the browser's name tells */
    isPhone: boolean;
  };
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
  const Reject = useRejectDialog();
  return (
    <div
      data-fills-screen
      className="md:grid md:h-[calc(100dvh-var(--frame-top))] md:grid-cols-[264px_minmax(0,1fr)] lg:grid-cols-[328px_minmax(0,1fr)]"
    >
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
        <Desks at={at} desk={desk} nowMs={nowMs} />
        <KeyBar
          mayDecide={desk.mayDecide}
          undo={undo === null ? null : `${undo.name} ${undo.word}`}
          choices={Math.min(9, at.words.length)}
        />
      </section>
      <p aria-live="polite" className="sr-only">
        {message !== undefined && `${nameOf(message)}, ${message.state}`}
      </p>
      {Reject !== null && message !== undefined && at.asking?.id === message.id && (
        <Reject name={nameOf(message)} onClose={() => at.setAsking(null)} onReject={at.act.rejectFor} />
      )}
    </div>
  );
}

/** Fetched once the page is there, and then at hand at once: the key of a reason may follow that of the rejection. */
function useRejectDialog(): typeof RejectDialog | null {
  const [found, setFound] = useState<typeof RejectDialog | null>(null);
  useEffect(() => {
    void whenPageLoaded()
      .then(() => import("./reject-dialog"))
      .then((part) => setFound(() => part.RejectDialog));
  }, []);
  return found;
}

type DesksProps = {
  at: ReturnType<typeof useDesk>;
  desk: Desk;
  nowMs: number;
};

/**
 * The message in view, and out of sight those that a key leads to. They are drawn and laid out when nothing else is to be
 * done, so that moving on only turns them to the front.
 */
function Desks({ at, desk, nowMs }: DesksProps) {
  const { ready, openId } = at;
  const inTime = useDeferredValue(ready.map(({ id }) => id).join(" ")).split(" ");
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {at.message === undefined && (
        <Pane isOpen>
          <NotHere at={at} />
        </Pane>
      )}
      {ready
        .filter(({ id }) => id === openId || inTime.includes(String(id)))
        .map((message) => (
          <Pane key={message.id} isOpen={message.id === openId} isEdit={at.draftOf(message.id) !== null}>
            <DeskInTime
              isOpen={message.id === openId}
              message={message}
              desk={desk}
              nowMs={nowMs}
              draft={at.draftOf(message.id)}
              {...at.act}
              onBack={() => at.select(null)}
              onTogether={at.onTogether}
            />
          </Pane>
        ))}
    </div>
  );
}

/** What nobody sees is drawn anew only when its message is another: clocks and actions follow when it is turned to the front. */
const DeskInTime = memo(
  ({ isOpen: _isOpen, ...props }: ComponentProps<typeof MessageDesk> & { isOpen: boolean }) => (
    <MessageDesk {...props} />
  ),
  (before, after) => !after.isOpen && before.message === after.message,
);

type PaneProps = { isOpen: boolean; isEdit?: boolean; children: ReactNode };

/** Scrolls by itself; begins at its top whenever it comes into view, or turns to an edit and back. */
function Pane({ isOpen, isEdit = false, children }: PaneProps) {
  const pane = useRef<HTMLDivElement>(null);
  const shown = useRef({ isOpen, isEdit });
  useEffect(() => {
    const before = shown.current;
    shown.current = { isOpen, isEdit };
    if (before.isOpen !== isOpen || before.isEdit !== isEdit) pane.current?.scrollTo(0, 0);
  }, [isOpen, isEdit]);
  return (
    <div
      ref={pane}
      className={cn(
        "flex min-h-0 flex-1 flex-col max-md:pb-16 md:absolute md:inset-0 md:overflow-y-auto",
        !isOpen && "invisible max-md:hidden",
      )}
    >
      {children}
    </div>
  );
}

/** In place of a message: none is open, it could not be had, or it is on its way. */
function NotHere({ at: { openId, opened } }: Pick<DesksProps, "at">) {
  if (openId === null)
    return (
      <Empty title="No message is open" icon={<MousePointer2 aria-hidden />} className="my-auto">
        Choose one at the left, or come back when something waits.
      </Empty>
    );
  if (opened.error !== null)
    return (
      <ErrorState
        title="This message could not be shown"
        onRetry={() => void opened.refetch()}
        className="m-4 md:m-6"
      >
        {refusalText(opened.error)}
      </ErrorState>
    );
  return (
    <Loading>
      <MessageSkeleton />
    </Loading>
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
