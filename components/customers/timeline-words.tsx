import {
  Check,
  CircleMinus,
  CirclePause,
  Eye,
  Hand,
  LifeBuoy,
  Mail,
  MailX,
  MousePointerClick,
  PenLine,
  Send,
  ShieldCheck,
  ShieldX,
  ShoppingBag,
  Split,
  TriangleAlert,
  UserCheck,
  UserRound,
  UserX,
  X,
} from "lucide-react";
import type { ReactNode } from "react";
import { actorWords } from "@/components/actor-words";
import { eventWords } from "@/components/event-words";
import { reasonWords } from "@/components/reason-words";
import { formatMoney } from "@/components/ui/format";
import type { Tone } from "@/components/ui/tone";
import type { TimelineEntry } from "./customer-types";
import { plain, SUPPRESSION_WORDS } from "./customer-words";

type Words = { icon: ReactNode; tone: Tone; title: ReactNode; detail?: ReactNode };

/** How one thing that happened is shown: its icon, its colour and its words. */
export function timelineWords(entry: TimelineEntry, currency: string): Words {
  return BY_KIND[entry.kind](entry, currency);
}

const strong = (text: string) => <b className="font-medium">{text}</b>;
const withDetail = (words: Words, detail: ReactNode): Words => (detail ? { ...words, detail } : words);

const BY_KIND: Record<TimelineEntry["kind"], (entry: TimelineEntry, currency: string) => Words> = {
  order: ({ detail, valueMinor }, currency) =>
    withDetail(
      {
        icon: <ShoppingBag />,
        tone: "pass",
        title: (
          <>
            {strong("Ordered")}, {formatMoney(valueMinor, currency)}
          </>
        ),
      },
      detail && `Order ${detail}`,
    ),
  event: ({ name, detail }) => ({
    icon: <UserRound />,
    tone: "neutral",
    title: eventWords(name, detail),
  }),
  sent: ({ name, detail }) =>
    withDetail(
      {
        icon: <Send />,
        tone: "accent",
        title: (
          <>
            {strong("Sent")}
            {detail && `: ${detail}`}
          </>
        ),
      },
      `by ${name}`,
    ),
  outcome: ({ name, detail, valueMinor }, currency) => {
    const { title, ...look } = OUTCOMES[name] ?? { icon: <Mail />, tone: "neutral", title: plain(name) };
    const worth = valueMinor ? `${formatMoney(valueMinor, currency)} attributed` : null;
    return withDetail(
      { ...look, title },
      [worth, detail].filter((part) => part !== null && part !== "").join(" · "),
    );
  },
  decision: ({ name, detail }) => {
    const { title, ...look } = DECISIONS[name] ?? { icon: <Split />, tone: "neutral", title: plain(name) };
    const [campaign = "", ...codes] = (detail ?? "").split(" · ");
    return withDetail(
      {
        ...look,
        title: (
          <>
            {strong(title)}
            {campaign && `: ${campaign}`}
          </>
        ),
      },
      codes
        .flatMap((list) => list.split(", "))
        .map((code) => reasonWords(code))
        .join(" · "),
    );
  },
  consent: ({ name, detail }) =>
    name === "granted"
      ? { icon: <ShieldCheck />, tone: "pass", title: `Agreed to ${detail ?? "messages"}` }
      : { icon: <ShieldX />, tone: "block", title: `Withdrew consent for ${detail ?? "messages"}` },
  suppression: ({ name, detail }) => ({
    icon: <ShieldX />,
    tone: "block",
    title: (
      <>
        {strong("Put on the suppression list")}: {SUPPRESSION_WORDS[name] ?? plain(name)}
      </>
    ),
    detail: `by ${detail === "customer" ? "their number" : `their ${detail}`}`,
  }),
  holdout: ({ name, detail }) =>
    withDetail(
      name === "out"
        ? { icon: <UserX />, tone: "block", title: strong("Kept out of all campaigns") }
        : { icon: <UserCheck />, tone: "pass", title: strong("Let into campaigns again") },
      detail,
    ),
  edit: ({ name, detail }) =>
    withDetail(
      { icon: <PenLine />, tone: "info", title: EDITS[name] ?? plain(name.replace(".", ": ")) },
      detail && byWords(detail),
    ),
  ticket: ({ name, detail }) =>
    withDetail(
      {
        icon: <LifeBuoy />,
        tone: name === "question" || name === "other" ? "neutral" : "block",
        title: (
          <>
            {strong("Ticket opened")}: {plain(name)}
          </>
        ),
      },
      detail && `Ticket ${detail}`,
    ),
};

const EDITS: Record<string, string> = {
  "customer.suppress": "Suppressed",
  "customer.set-consent": "Consent changed",
  "consent.import": "Consent came with an import",
  "customer.merge": "Found to be the same as another record",
};

/** Who did it, by name or as the audit names parts of the machine, and why: “system:demo: asked on the phone”. */
function byWords(detail: string): string {
  const [who = "", ...why] = detail.split(": ");
  return [actorWords(who, null), ...why].join(": ");
}

type Fixed = { icon: ReactNode; tone: Tone; title: string };

const OUTCOMES: Record<string, Fixed> = {
  open: { icon: <Eye />, tone: "neutral", title: "Opened the message" },
  click: { icon: <MousePointerClick />, tone: "neutral", title: "Clicked in the message" },
  conversion: { icon: <ShoppingBag />, tone: "pass", title: "Ordered within the window" },
  bounce: { icon: <MailX />, tone: "block", title: "The message bounced" },
  complaint: { icon: <TriangleAlert />, tone: "block", title: "Complained about the message" },
  unsubscribe: { icon: <CircleMinus />, tone: "block", title: "Unsubscribed" },
};

const DECISIONS: Record<string, Fixed> = {
  "sent-on": { icon: <Mail />, tone: "accent", title: "Decided to write" },
  held: { icon: <Hand />, tone: "hold", title: "Held for a person" },
  blocked: { icon: <CircleMinus />, tone: "block", title: "Blocked" },
  skipped: { icon: <CirclePause />, tone: "neutral", title: "Skipped" },
  holdout: { icon: <Split />, tone: "neutral", title: "Held out" },
  // what became of a held one
  approved: { icon: <Check />, tone: "pass", title: "Approved by a person" },
  rejected: { icon: <X />, tone: "block", title: "Rejected by a person" },
  expired: { icon: <CirclePause />, tone: "neutral", title: "Nobody decided in time" },
};
