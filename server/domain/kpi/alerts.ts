import type { Permission } from "../role";
import { moneyIntervalWords } from "./money-interval-words";
import { valueWords } from "./value-words";

/** What the alerts are made of, as it stands now. */
export type AlertFacts = {
  reviewsWaiting: number;
  reviewsDueSoon: number;
  /** held messages of the last 24 hours about which nobody decided in time */
  reviewsExpired: number;
  uncertain: number;
  failedRuns: { id: number; campaign: string }[];
  /** work of the machine that failed for good and nobody has looked after: what it was, and how often */
  givenUp: { what: string; times: number }[];
  complaints: number;
  touches: number;
  breaches: number;
  hasPostalAddress: boolean;
  /** minutes since the worker last looked; null where it never did */
  silentMinutes: number | null;
  spentBudgets: { id: number; campaign: string; share: number }[];
  /** live campaigns whose lift of the last 30 days lies below zero, minor units per person */
  losing: { id: number; campaign: string; value: number; low: number; high: number }[];
  currency: string;
};

/** Something that needs a person. `tone` orders them: what stops comes first. */
export type Alert = {
  key: string;
  tone: "block" | "hold" | "info";
  title: string;
  detail: string;
  action: AlertAction;
  /** for those who may not follow the first */
  otherwise?: AlertAction;
};

/** `needs`: who may follow it */
type AlertAction = { label: string; href: string; needs: Permission };

/** A review this close to its deadline is urgent. */
export const DUE_SOON_HOURS = 1;
const SILENT_MINUTES = 5;
const FEWEST_TOUCHES = 1000;
/** Google's and Yahoo's rules for senders of bulk mail: stay below 0.10 %, never reach 0.30 % (February 2024). */
const COMPLAINT_LIMIT = 0.001;
/** The share of a budget from which on it is worth a word. */
export const BUDGET_NEARLY_SPENT = 0.9;

const ORDER: readonly Alert["tone"][] = ["block", "hold", "info"];
const count = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;
const percent = (share: number, digits: number) => `${(share * 100).toFixed(digits)} %`;

/** Everything that needs a person now, most urgent first; empty when nothing does. */
export function alertsOf(facts: AlertFacts): Alert[] {
  const found = [...stopped(facts), ...waiting(facts)];
  return found.sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone));
}

function stopped(facts: AlertFacts): Alert[] {
  const { touches, complaints, breaches, silentMinutes } = facts;
  const complaintShare = touches === 0 ? 0 : complaints / touches;
  const isMuch = touches >= FEWEST_TOUCHES && complaintShare >= COMPLAINT_LIMIT;
  return [
    ...alertIf(silentMinutes !== null && silentMinutes > SILENT_MINUTES, {
      key: "worker-silent",
      tone: "block",
      title: `The worker has not been heard of for ${count(silentMinutes ?? 0, "minute")}.`,
      detail: "Runs, sending and measuring wait until it is back; nothing is lost.",
      action: { label: "See messages", href: "/inbox/outbox", needs: "inbox.read" },
    }),
    ...alertIf(facts.givenUp.length > 0, {
      key: "given-up",
      tone: "block",
      title: `${count(
        facts.givenUp.reduce((sum, { times }) => sum + times, 0),
        "piece",
      )} of work failed for good.`,
      detail: `${namesOf(facts.givenUp)}. An admin can have it done again.`,
      action: { label: "See what failed", href: "/settings?tab=failed", needs: "failure.settle" },
    }),
    ...alertIf(!facts.hasPostalAddress, {
      key: "no-postal-address",
      tone: "block",
      title: "No mail can leave: the company has no postal address.",
      detail: "The law asks for one in every marketing email.",
      action: { label: "Add the address", href: "/configuration/company", needs: "settings.write" },
    }),
    ...alertIf(breaches > 0, {
      key: "breaches",
      tone: "block",
      title: `${count(breaches, "message")} of the last 7 days ${breaches === 1 ? "is" : "are"} in breach of a rule.`,
      detail: "A check after the fact found consent, suppression, frequency or review against it.",
      action: { label: "What counts", href: "/definitions#violations", needs: "figures.read" },
    }),
    ...alertIf(isMuch, {
      key: "complaints",
      tone: "block",
      title: `Complaints reached ${percent(complaintShare, 2)} in the last 7 days; the limit is ${percent(COMPLAINT_LIMIT, 2)}.`,
      detail: `${count(complaints, "complaint")} about ${count(touches, "message")}. Providers block senders who stay above it.`,
      action: { label: "See campaigns", href: "/campaigns", needs: "campaign.read" },
    }),
    ...facts.losing.map(
      ({ id, campaign, value, low, high }): Alert => ({
        key: `losing-${id}`,
        tone: "block",
        title: `“${campaign}” loses money: people it left alone spent more.`,
        detail: `Over 30 days ${valueWords("money", value, facts.currency)} a person against its holdout; the 95 % interval, ${moneyIntervalWords(low, high, facts.currency)}, lies below zero.`,
        action: { label: "Pause it", href: `/campaigns/${id}`, needs: "campaign.launch" },
      }),
    ),
    ...facts.failedRuns.map(
      ({ id, campaign }): Alert => ({
        key: `failed-run-${id}`,
        tone: "block",
        title: `A run of “${campaign}” ended with an error.`,
        detail: "What it had decided stands; the rest of its audience was not looked at.",
        action: { label: "See decisions", href: `/decisions?run=${id}`, needs: "decision.read" },
      }),
    ),
  ];
}

const HELD: AlertAction = {
  label: "See decisions",
  href: "/decisions?verdict=held",
  needs: "decision.read",
};

function waiting(facts: AlertFacts): Alert[] {
  const { reviewsDueSoon, reviewsWaiting, reviewsExpired, uncertain } = facts;
  return [
    ...alertIf(reviewsExpired > 0, {
      key: "reviews-expired",
      tone: "hold",
      title: `${count(reviewsExpired, "message")} expired unsent in the last 24 hours.`,
      detail: "Nobody decided in time. The next run decides about these customers anew.",
      action: { label: "See them", href: "/review?tab=decided", needs: "review.read" },
      otherwise: HELD,
    }),
    ...alertIf(reviewsDueSoon > 0, {
      key: "reviews-due",
      tone: "hold",
      title: `${count(reviewsDueSoon, "message")} in review ${reviewsDueSoon === 1 ? "is" : "are"} due within ${count(DUE_SOON_HOURS, "hour")}.`,
      detail: "If nobody decides, they expire unsent.",
      action: { label: "Review", href: "/review", needs: "review.read" },
      otherwise: HELD,
    }),
    ...alertIf(reviewsWaiting > reviewsDueSoon, {
      key: "reviews-waiting",
      tone: "info",
      title: `${count(reviewsWaiting - reviewsDueSoon, reviewsDueSoon > 0 ? "further message" : "message")} ${reviewsWaiting - reviewsDueSoon === 1 ? "waits" : "wait"} for a reviewer.`,
      detail: "None of them is due within the hour.",
      action: { label: "Review", href: "/review", needs: "review.read" },
      otherwise: HELD,
    }),
    ...alertIf(uncertain > 0, {
      key: "uncertain",
      tone: "hold",
      title: `Nobody knows whether ${count(uncertain, "message")} left.`,
      detail: "The connection broke while they were handed over. They are not sent again by themselves.",
      action: { label: "Settle them", href: "/inbox/outbox?state=uncertain", needs: "inbox.read" },
    }),
    ...facts.spentBudgets.map(
      ({ id, campaign, share }): Alert => ({
        key: `budget-${id}`,
        tone: share >= 1 ? "hold" : "info",
        title:
          share >= 1
            ? `“${campaign}” has spent its budget.`
            : `“${campaign}” has spent ${percent(share, 0)} of its budget.`,
        detail: "Messages beyond it are refused when they are due.",
        action: { label: "See campaign", href: `/campaigns/${id}`, needs: "campaign.read" },
      }),
    ),
  ];
}

const MOST_NAMED = 4;

function namesOf(givenUp: AlertFacts["givenUp"]): string {
  const named = givenUp
    .slice(0, MOST_NAMED)
    .map(({ what, times }) => (times === 1 ? what : `${what} (${times} times)`));
  const others = givenUp.length - named.length;
  return [...named, ...(others > 0 ? [count(others, "other")] : [])].join(", ");
}

const alertIf = (holds: boolean, alert: Alert): Alert[] => (holds ? [alert] : []);
