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
import type { ReactNode } from "react";
import { useCompany } from "@/components/company";
import { formatInstant, formatMoney } from "@/components/ui/format";
import { TextLink } from "@/components/ui/text-link";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";
import { DAY_MS } from "@/server/domain/time";
import type { HeldMessage } from "./review-types";

type Entry = HeldMessage["timeline"][number];
type Look = { icon: LucideIcon; tone: Tone; title: string; detail: ReactNode };

const DECISIONS: Readonly<Record<string, { title: string; tone: Tone; icon: LucideIcon }>> = {
  "sent-on": { title: "Chosen", tone: "neutral", icon: Mail },
  held: { title: "Held", tone: "hold", icon: Hand },
  blocked: { title: "Blocked", tone: "block", icon: Ban },
  skipped: { title: "Skipped", tone: "neutral", icon: Pause },
  holdout: { title: "Held out", tone: "neutral", icon: Pause },
};

const OUTCOMES: Readonly<Record<string, { title: string; tone: Tone }>> = {
  open: { title: "Opened", tone: "neutral" },
  click: { title: "Clicked", tone: "neutral" },
  conversion: { title: "Ordered after a message", tone: "pass" },
  bounce: { title: "Bounced", tone: "block" },
  complaint: { title: "Complained", tone: "block" },
  unsubscribe: { title: "Unsubscribed", tone: "block" },
};

/** The customer's latest: what they did, what they were sent and what was decided about them. */
export function RecentPast({ message }: { message: HeldMessage }) {
  const { timeZone, currency } = useCompany();
  const newest = message.timeline[0]?.at;
  return (
    <section aria-labelledby="recent-past">
      <div className="flex items-baseline justify-between gap-2">
        <h3 id="recent-past" className="font-semibold">
          Timeline
        </h3>
        <TextLink href={`/customers/${message.customerId}`} className="text-12">
          All of it
        </TextLink>
      </div>
      {message.timeline.length === 0 ? (
        <p className="mt-2 text-ink-3">Nothing is known of this customer yet.</p>
      ) : (
        <Timeline label="Latest events" className="mt-3">
          {message.timeline.map((entry) => {
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
      )}
    </section>
  );
}

const isRecent = (at: Date, newest: Date | undefined): boolean =>
  newest !== undefined && newest.getTime() - at.getTime() < 300 * DAY_MS;

function lookOf(entry: Entry, currency: string): Look {
  const { kind, name, detail, valueMinor } = entry;
  switch (kind) {
    case "order":
      return {
        icon: ShoppingBag,
        tone: "pass",
        title: `Ordered, ${formatMoney(valueMinor, currency)}`,
        detail,
      };
    case "sent":
      return { icon: Mail, tone: "accent", title: `Sent by ${name}`, detail };
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
      return { icon: MousePointerClick, tone: "neutral", title: name, detail };
  }
}
