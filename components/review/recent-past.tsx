"use client";
import {
  Ban,
  Hand,
  LifeBuoy,
  type LucideIcon,
  Mail,
  MousePointerClick,
  Pause,
  ShieldCheck,
  ShoppingBag,
} from "lucide-react";
import { memo, type ReactNode, useId, useState } from "react";
import { useCompany } from "@/components/company";
import { eventWords } from "@/components/event-words";
import { Button } from "@/components/ui/button";
import { formatInstant, formatMoney } from "@/components/ui/format";
import { TextLink } from "@/components/ui/text-link";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";
import { DAY_MS } from "@/server/domain/time";
import type { HeldMessage } from "./review-types";

type Entry = HeldMessage["timeline"][number];
type Look = { icon: LucideIcon; tone: Tone; title: string; detail: ReactNode };

const DECISIONS: Readonly<Record<string, { title: string; tone: Tone; icon: LucideIcon }>> = {
  "sent-on": { title: "Decided to write", tone: "neutral", icon: Mail },
  held: { title: "Held for a person", tone: "hold", icon: Hand },
  blocked: { title: "Blocked", tone: "block", icon: Ban },
  skipped: { title: "Skipped", tone: "neutral", icon: Pause },
  holdout: { title: "Held out", tone: "neutral", icon: Pause },
};

const ORDERED: Readonly<Record<string, string>> = {
  ordered: "Ordered",
  "ordered-after-message": "Ordered after a message",
};

const OUTCOMES: Readonly<Record<string, { title: string; tone: Tone }>> = {
  open: { title: "Opened", tone: "neutral" },
  click: { title: "Clicked", tone: "neutral" },
  conversion: { title: "Ordered after a message", tone: "pass" },
  bounce: { title: "Bounced", tone: "block" },
  complaint: { title: "Complained", tone: "block" },
  unsubscribe: { title: "Unsubscribed", tone: "block" },
};

/** Rows that are shown at first: what stands below them is still on the screen. */
const AT_FIRST = 6;

/** The customer's latest: what they did, what they were sent and what was decided about them. */
export const RecentPast = memo(function RecentPast({ message }: { message: HeldMessage }) {
  const [isWhole, setIsWhole] = useState(false);
  const id = useId();
  const { customerId, timeline } = message;
  return (
    <section aria-labelledby={id}>
      <div className="flex items-baseline justify-between gap-2">
        <h3 id={id} className="font-semibold">
          Timeline
        </h3>
        <TextLink href={`/customers/${customerId}`} className="text-12">
          All of it
        </TextLink>
      </div>
      {timeline.length === 0 ? (
        <p className="mt-2 text-ink-3">Nothing is known of this customer yet.</p>
      ) : (
        <Entries entries={isWhole ? timeline : timeline.slice(0, AT_FIRST)} />
      )}
      {timeline.length > AT_FIRST && (
        <Button
          size="sm"
          variant="ghost"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
          className="mt-1.5 -ml-2.5"
        >
          {isWhole ? `Show the latest ${AT_FIRST}` : `Show the latest ${timeline.length}`}
        </Button>
      )}
    </section>
  );
});

function Entries({ entries }: { entries: readonly Entry[] }) {
  const { timeZone, currency } = useCompany();
  const newest = entries[0]?.at;
  return (
    <Timeline label="Latest events" className="mt-3">
      {entries.map((entry) => {
        const { icon: Icon, tone, title, detail } = lookOf(entry, currency);
        return (
          <TimelineItem
            key={`${entry.at.getTime()} ${entry.kind} ${entry.name} ${entry.detail}`}
            icon={<Icon aria-hidden />}
            tone={tone}
            title={title}
            detail={detail}
            time={formatInstant(entry.at, timeZone, isRecent(entry.at, newest) ? "day" : "date")}
            dateTime={entry.at.toISOString()}
          />
        );
      })}
    </Timeline>
  );
}

const isRecent = (at: Date, newest: Date | undefined): boolean =>
  newest !== undefined && newest.getTime() - at.getTime() < 300 * DAY_MS;

function lookOf(entry: Entry, currency: string): Look {
  const { kind, name, detail, valueMinor, wasHeld } = entry;
  switch (kind) {
    case "order":
      return {
        icon: ShoppingBag,
        tone: "pass",
        title: `${ORDERED[name] ?? name}, ${formatMoney(valueMinor, currency)}`,
        detail,
      };
    case "sent":
      return {
        icon: Mail,
        tone: "accent",
        title: `Sent by ${name}`,
        detail: wasHeld ? `${detail} · let go by a person` : detail,
      };
    case "decision":
      return { ...(DECISIONS[name] ?? { title: name, tone: "neutral", icon: Pause }), detail };
    case "outcome":
      return {
        icon: MousePointerClick,
        ...(OUTCOMES[name] ?? { title: name, tone: "neutral" }),
        detail: valueMinor ? formatMoney(valueMinor, currency) : null,
      };
    case "consent":
      return {
        icon: ShieldCheck,
        tone: name === "granted" ? "pass" : "block",
        title: name === "granted" ? "Consent given" : "Consent withdrawn",
        detail,
      };
    case "ticket":
      return { icon: LifeBuoy, tone: "hold", title: `Ticket: ${name}`, detail };
    case "event":
      return { icon: MousePointerClick, tone: "neutral", title: eventWords(name, detail), detail: null };
  }
}
