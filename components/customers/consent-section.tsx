"use client";
import { Mail, MessageSquare } from "lucide-react";
import type { ReactNode } from "react";
import { useCompany } from "@/components/company";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { formatInstant } from "@/components/ui/format";
import { Section } from "@/components/ui/section";
import { CHANNELS } from "@/server/domain/goal";
import type { CustomerDetail } from "./customer-types";
import { SUPPRESSION_WORDS } from "./customer-words";

/** What stands on the suppression list, by the kind of its entry. */
const LISTED: Record<string, string> = {
  customer: "Nothing may be sent to them",
  email: "Nothing may be sent to their address",
  phone: "Nothing may be sent to their phone",
};

type Consent = CustomerDetail["consents"][number];

/** What the customer agreed to, channel by channel, and what forbids writing at all. */
export function ConsentSection({ customer: { consents, suppressions } }: { customer: CustomerDetail }) {
  const { timeZone } = useCompany();
  const asked = new Set(consents.map(({ channel }) => channel));
  const never = CHANNELS.filter((channel) => !asked.has(channel));
  return (
    <Section title="Consent" level={2}>
      {suppressions.map(({ kind, reason, at }) => (
        <Callout key={kind} tone="block" className="mb-3">
          {LISTED[kind] ?? kind}: {SUPPRESSION_WORDS[reason] ?? reason}, {formatInstant(at, timeZone, "date")}
          .
        </Callout>
      ))}
      <ul className="grid gap-2.5">
        {consents.map((consent) => (
          <Given key={`${consent.purpose}-${consent.channel}`} consent={consent} />
        ))}
        {never.map((channel) => (
          <Line key={channel} channel={channel} note="" badge={<Badge>Never asked</Badge>} />
        ))}
      </ul>
    </Section>
  );
}

function Given({ consent: { channel, purpose, state, at, source } }: { consent: Consent }) {
  const { timeZone } = useCompany();
  return (
    <Line
      channel={channel}
      note={`${purpose}, ${source}, ${formatInstant(at, timeZone, "date")}`}
      badge={state === "granted" ? <Badge tone="pass">Yes</Badge> : <Badge tone="block">Withdrawn</Badge>}
    />
  );
}

function Line({ channel, note, badge }: { channel: string; note: string; badge: ReactNode }) {
  const Icon = channel === "email" ? Mail : MessageSquare;
  return (
    <li className="flex items-center gap-2.5">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className="block capitalize">{channel}</span>
        {note && <span className="block text-12 text-ink-3 [overflow-wrap:anywhere]">{note}</span>}
      </span>
      {badge}
    </li>
  );
}
