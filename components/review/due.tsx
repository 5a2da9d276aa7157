import { Clock } from "lucide-react";
import { useCompany } from "@/components/company";
import { Badge } from "@/components/ui/badge";
import { formatDuration } from "@/components/ui/format";
import { Verdict } from "./queue-line";
import type { HeldMessage } from "./review-types";
import { hourToday, timeLeft } from "./review-words";

type Props = { message: HeldMessage; nowMs: number };

/** How long the message may still wait; once it is decided, what became of it. */
export function Due({ message, nowMs }: Props) {
  if (message.state !== "held") return <Verdict state={message.state} />;
  const { text, isUrgent } = timeLeft(message.dueAt.getTime(), nowMs);
  return (
    <Badge tone={isUrgent ? "block" : "neutral"}>
      <Clock aria-hidden />
      {text === "Overdue" ? "overdue" : `due in ${text}`}
    </Badge>
  );
}

/** The promise: within what time a message is decided, and how much of it this one has used. */
export function PromiseLine({ message, nowMs }: Props) {
  const { timeZone } = useCompany();
  const { openedAt, dueAt, decidedAt, state } = message;
  const promisedMs = dueAt.getTime() - openedAt.getTime();
  const promise = `a decision within ${formatDuration(promisedMs)} of ${hourToday(openedAt, nowMs, timeZone)}`;
  if (state !== "held" && decidedAt !== null) {
    const tookMs = decidedAt.getTime() - openedAt.getTime();
    const word = state === "expired" ? "not kept" : tookMs <= promisedMs ? "kept" : "missed";
    return (
      <p className="text-12 text-ink-3">
        Promised {promise}: {word}, {state === "expired" ? "closed" : "decided"} after{" "}
        {formatDuration(tookMs)}.
      </p>
    );
  }
  const share = promisedMs <= 0 ? 1 : Math.min(1, Math.max(0, (nowMs - openedAt.getTime()) / promisedMs));
  const { isUrgent } = timeLeft(dueAt.getTime(), nowMs);
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-12 text-ink-3">
      <span>
        Promised {promise}, so by {hourToday(dueAt, nowMs, timeZone)}
      </span>
      <span aria-hidden className="h-1 w-16 overflow-hidden rounded-full bg-fill-2">
        <span
          className={isUrgent ? "block h-full bg-block" : "block h-full bg-ink-3"}
          style={{ width: `${Math.round(share * 100)}%` }}
        />
      </span>
    </p>
  );
}
