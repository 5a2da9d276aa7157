"use client";
import { MessageSquare } from "lucide-react";
import { type MouseEvent, memo, useEffect, useRef } from "react";
import { useCompany } from "@/components/company";
import { reasonWords } from "@/components/reason-words";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Status } from "@/components/ui/status";
import type { QueueRow } from "./review-types";
import { hourOrDay, riskWords, rowName, timeLeft } from "./review-words";

type Props = {
  row: QueueRow;
  href: string;
  isOpen: boolean;
  /** the one line of the list that Tab leads to */
  isTabStop: boolean;
  isMine: boolean;
  /** it came while the queue was open, and was not opened yet */
  isNew: boolean;
  nowMs: number;
  onSelect: (id: number) => void;
};

/** One message of the queue: for whom, why it waits, how risky, how long still. Drawn anew only when it differs. */
export const QueueLine = memo(function QueueLine(props: Props) {
  const { row, href, isOpen, isTabStop, isMine, isNew, nowMs, onSelect } = props;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    link.current?.scrollIntoView({ block: "nearest" });
    // whoever moves along the list by keys stays on the line that is open
    if (link.current?.closest("ul")?.contains(document.activeElement)) link.current.focus();
  }, [isOpen]);
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return; // a new tab or window
    event.preventDefault();
    onSelect(row.id);
  };
  const [first, ...more] = row.reasons;
  const { tone, word } = riskWords(row.risk);
  return (
    <li>
      <a
        ref={link}
        href={href}
        tabIndex={isTabStop ? 0 : -1}
        onClick={follow}
        aria-current={isOpen ? "true" : undefined}
        className={cn(
          "relative grid gap-px border-b px-4 py-[9px] hover:bg-fill focus-visible:-outline-offset-2",
          isOpen &&
            "bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent hover:bg-accent-soft",
        )}
      >
        <span className="flex items-baseline justify-between gap-2">
          <span className="flex min-w-0 items-center gap-1.5 font-medium">
            <span className="truncate">{rowName(row)}</span>
            {isNew && <Badge tone="accent">new</Badge>}
          </span>
          <WhenWord row={row} nowMs={nowMs} />
        </span>
        <span className="flex gap-1.5 text-12 text-ink-2">
          <span className="truncate">{first === undefined ? "–" : reasonWords(first)}</span>
          {more.length > 0 && <span className="shrink-0 text-ink-3">+{more.length}</span>}
        </span>
        <span className="flex items-baseline justify-between gap-2 text-11 text-ink-3">
          <span className="truncate">
            {row.campaign}
            {row.edited && " · edited"}
            {isMine && " · yours"}
            {!isMine && row.assigneeName !== null && ` · ${row.assigneeName}`}
          </span>
          {row.comments > 0 && (
            <span className="ml-auto flex shrink-0 items-center gap-0.5">
              <MessageSquare aria-hidden className="size-3" />
              {row.comments}
              <span className="sr-only">{row.comments === 1 ? " comment" : " comments"}</span>
            </span>
          )}
          {row.state === "held" ? (
            <Status tone={tone}>
              {word}
              <span className="sr-only"> risk</span>
            </Status>
          ) : (
            <Verdict state={row.state} />
          )}
        </span>
      </a>
    </li>
  );
});

function WhenWord({ row, nowMs }: { row: QueueRow; nowMs: number }) {
  const { timeZone } = useCompany();
  if (row.state !== "held")
    return <span className="text-12 text-ink-3">{hourOrDay(row.decidedAt, nowMs, timeZone)}</span>;
  const { text, isUrgent } = timeLeft(row.dueAt.getTime(), nowMs);
  return (
    <span className={cn("shrink-0 text-12", isUrgent ? "text-block" : "text-ink-3")}>
      {text}
      <span className="sr-only"> left</span>
    </span>
  );
}

const VERDICTS = {
  held: { tone: "hold", word: "Waits" },
  approved: { tone: "pass", word: "Approved" },
  rejected: { tone: "block", word: "Rejected" },
  expired: { tone: "neutral", word: "Expired" },
} as const;

/** What became of a message, as a word. */
export function Verdict({ state }: { state: QueueRow["state"] }) {
  const { tone, word } = VERDICTS[state];
  return <Status tone={tone}>{word}</Status>;
}
