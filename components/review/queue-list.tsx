"use client";
import { Inbox } from "lucide-react";
import type { KeyboardEvent } from "react";
import { reasonWords } from "@/components/reason-words";
import { refusalText } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Empty } from "@/components/ui/empty";
import { ErrorState } from "@/components/ui/error-state";
import { FilterSelect } from "@/components/ui/filter-select";
import { TabLinks } from "@/components/ui/tab-links";
import { useUrlParams } from "@/components/ui/use-url-params";
import { HOLDING_REASONS } from "../reason-words";
import { DayProgress } from "./day-progress";
import { QueueLine } from "./queue-line";
import type { Counts, Desk, QueueFilter, QueueRow } from "./review-types";

type Props = {
  desk: Desk;
  filter: QueueFilter;
  rows: readonly QueueRow[];
  counts: Counts;
  openId: number | null;
  nowMs: number;
  hasMore: boolean;
  isLoading: boolean;
  problem: { message: string; data?: unknown } | null;
  /** of the rows, those that came while the queue was open */
  arrived: ReadonlySet<number>;
  onMore: () => void;
  onRefresh: () => void;
  onSelect: (id: number) => void;
  className?: string;
};

/** The queue: the day's progress, which part of it, and the messages. */
export function QueueList(props: Props) {
  const { desk, filter, rows, counts, problem, hasMore, isLoading } = props;
  return (
    <section
      aria-label="Queue"
      className={cn("flex min-h-0 flex-col border-r bg-surface max-md:border-r-0", props.className)}
    >
      <DayProgress counts={counts} />
      <QueueTabs filter={filter} counts={counts} />
      <QueueFilters desk={desk} filter={filter} />
      <div className="min-h-0 flex-1 md:overflow-y-auto">
        {problem !== null && (
          <ErrorState title="The queue could not be loaded" onRetry={props.onRefresh} className="m-3">
            {refusalText(problem)}
          </ErrorState>
        )}
        {rows.length === 0 && problem === null && !isLoading && <NothingWaits filter={filter} />}
        <Lines {...props} />
        {hasMore && (
          <div className="p-3">
            <Button size="sm" wide pending={isLoading} onClick={props.onMore}>
              Show more
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** The messages, one stop of Tab for all: arrows move along them and open each. */
function Lines({ rows, openId, desk, arrived, nowMs, onSelect }: Props) {
  const { hrefWith } = useUrlParams();
  const at = rows.findIndex(({ id }) => id === openId);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = rows[placeAfter(event.key, at, rows.length)];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
  };
  return (
    <ul aria-label="Messages" onKeyDown={onKeyDown}>
      {rows.map((row, place) => (
        <QueueLine
          key={row.id}
          row={row}
          href={hrefWith({ item: String(row.id) })}
          isOpen={place === at}
          isTabStop={place === Math.max(0, at)}
          isNew={arrived.has(row.id)}
          isMine={row.assignee === desk.selfId}
          nowMs={nowMs}
          onSelect={onSelect}
        />
      ))}
    </ul>
  );
}

/** Where a key leads from a place in the list; outside of it where the key is not for moving. */
function placeAfter(key: string, at: number, count: number): number {
  if (key === "ArrowDown") return at + 1;
  if (key === "ArrowUp") return at - 1;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : -1;
}

function QueueTabs({ filter, counts }: { filter: QueueFilter; counts: Counts }) {
  const { hrefWith } = useUrlParams();
  const tab = (id: QueueFilter["tab"], label: string, count?: number) => ({
    href: hrefWith({ tab: id === "held" ? null : id, item: null }),
    label,
    count,
    current: filter.tab === id,
  });
  return (
    <TabLinks
      label="Parts of the queue"
      className="shrink-0 px-2"
      tabs={[
        tab("held", "Waiting", counts.held),
        tab("mine", "Mine", counts.mine === 0 ? undefined : counts.mine),
        tab("flagged", "Flagged"),
        tab("decided", "Decided"),
      ]}
    />
  );
}

function QueueFilters({ desk, filter }: { desk: Desk; filter: QueueFilter }) {
  return (
    <div className="grid shrink-0 grid-cols-2 gap-1.5 border-b p-2">
      <FilterSelect
        param="reason"
        label="Why"
        all="Any"
        options={HOLDING_REASONS.map((value) => ({ value, label: reasonWords(value) }))}
      />
      {filter.tab !== "decided" && (
        <FilterSelect
          param="sort"
          label="First"
          options={[
            { value: "risk", label: "Riskiest" },
            { value: "due", label: "Due soonest" },
          ]}
        />
      )}
      {desk.campaigns.length > 1 && (
        <FilterSelect
          param="campaign"
          label="Campaign"
          all="Any"
          className="col-span-2"
          options={desk.campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
    </div>
  );
}

function NothingWaits({ filter }: { filter: QueueFilter }) {
  const filtered = filter.reasons.length > 0 || filter.campaignId !== null || filter.customerId !== null;
  if (filtered) return <Empty title="Nothing matches">Change the filters above.</Empty>;
  if (filter.tab === "mine")
    return (
      <Empty title="Nothing is assigned to you">Assign a waiting message to yourself to find it here.</Empty>
    );
  if (filter.tab === "flagged")
    return (
      <Empty title="No rule doubts a message">
        Messages that a guardrail doubts stand here; those that a campaign has looked at anyway do not.
      </Empty>
    );
  if (filter.tab === "decided")
    return <Empty title="Nothing decided yet">What was approved, rejected or expired is kept here.</Empty>;
  return (
    <Empty title="Nothing waits" icon={<Inbox aria-hidden />}>
      Messages that a guardrail doubts, or that a campaign has reviewed, wait here for a person.
    </Empty>
  );
}
