import { REFUSALS } from "@/server/domain/candidate-value";
import { formatMoney, formatPercent } from "./ui/format";

/** The figures that a rule saw, as the trace keeps them. */
export type ReasonFacts = Readonly<Record<string, string | number | boolean | null>> | null | undefined;

type Words = string | ((facts: NonNullable<ReasonFacts>, currency: string) => string);

/** Why someone or something was stopped, held or left alone: what the console says instead of the code. */
const REASONS: Readonly<Record<string, Words>> = {
  "address.missing": "No email address is known",
  "consent.withdrawn": "Consent was withdrawn",
  "consent.missing": "No consent for marketing is known",
  "suppression.listed": ({ reason }) =>
    reason ? `On the suppression list: ${reason}` : "On the suppression list",
  "kept-out.by-a-person": "Kept out of all campaigns by a person",
  "frequency.cap": ({ emails, maxEmails, windowDays }) =>
    maxEmails === undefined
      ? "Too many messages lately"
      : `${emails} emails in ${windowDays} days already, the limit is ${maxEmails}`,
  "engagement.low": ({ score, floor }) =>
    score === undefined
      ? "Reacts too little to be written to"
      : `Engagement is ${score}, it has to be above ${floor}`,
  "bounces.hard": ({ bounces, maxHard }) =>
    bounces === undefined ? "Mail keeps bouncing" : `${bounces} hard bounces, the limit is ${maxHard}`,
  "unsubscribe.missing": "The unsubscribe link is missing",
  "postal-address.missing": "The company has no postal address",
  "postal-address.not-in-message": "The postal address is not in the message",
  "subject.empty": "The subject is empty",
  "subject.trigger": ({ trigger }) =>
    trigger ? `Spam-trigger words in the subject: “${trigger}”` : "Spam-trigger words in the subject",
  "subject.long": ({ length, maxLength }) =>
    length === undefined
      ? "The subject is long"
      : `The subject has ${length} characters, the limit is ${maxLength}`,
  "subject.capitals": ({ share }) =>
    typeof share === "number"
      ? `${formatPercent(share, { digits: 0 })} of the subject is in capitals`
      : "Too much of the subject is in capitals",
  "discount.not-offered": ({ promised }) =>
    promised
      ? `The words promise ${promised} %, the offer does not`
      : "The words promise more than the offer gives",
  "discount.high": ({ percent, limit }) =>
    percent === undefined ? "Discount above the limit" : `Discount is ${percent} %, the limit is ${limit} %`,
  "discount.unknown-share": "A discount in money, and no order to weigh it against",
  "high-value.vip": "VIP: a person looks first",
  "high-value.spend": ({ spend365Minor }, currency) =>
    typeof spend365Minor === "number"
      ? `Spent ${formatMoney(spend365Minor, currency)} in the last year: a person looks first`
      : "High value: a person looks first",
  "high-value.foreign": ({ foreignOrders365 }) =>
    `${counted(foreignOrders365, "order", "Orders")} in another currency in the last year: a person looks first`,
  "complaint.open": ({ tickets }) => counted(tickets, "open complaint", "An open complaint"),
  "sensitive.open": ({ tickets }) =>
    counted(tickets, "open legal or sensitive ticket", "A legal or sensitive ticket"),
  "guardrail.fact-missing": ({ fact }) =>
    fact ? `Could not be checked: ${fact} is not known` : "Could not be checked: a fact is not known",
  "guardrail.failed": "A check broke, so nothing is sent",
  "action.none-allowed": "No action was allowed or worth its cost",
  "action.outside-rollout": "Outside the share that the campaign may touch",
  "holdout.global": "Held out of all marketing, to measure by",
  "holdout.campaign": "Held out of this campaign, to measure by",
  "segment.unknown-customer": "The customer is gone or was merged",
  "segment.none": "In none of the segments",
  "message.no-creative": "No words are written for this choice",
  "route.no-segmentor": "No segmentor is enabled for the goal",
  "review.observe": "The campaign only observes",
  "review.all": "The campaign has every message reviewed",
  "review.words-unapproved": "Words by a model that nobody has approved",
  "review.sample": "Random sample",
  "budget.sends": "The campaign has sent as many messages as it may",
  "budget.spent": "The campaign's budget is spent",
  "offer.withdrawn": "The offer was withdrawn meanwhile",
  "claim.incomplete": "Something that the message needs is gone",
  "creative.altered": "The words are not those that were stored and approved",
  "render.failed": "The message could not be rendered",
  "review.not-approved": "The words are not approved",
  "review.other-content": "The words are not those that were approved",
  "delivery.refused": "The mail server refused it",
  "delivery.bounced": "The mail server sent it back",
  "delivery.gave-up": "The mail server could not be reached in time",
  "lease.expired": "The sender was lost on the way: nobody knows whether it arrived",
  "person.arrived": "A person found out that it arrived",
  "person.cancelled": "A person took it back",
  "customer.suppressed": "A person suppressed the customer",
  "person.not-arrived": "A person found out that it did not arrive",
  "copy.paragraph-count": "Too few or too many paragraphs",
  "copy.empty": "Empty",
  "copy.too-long": "Too long",
  "copy.hidden-characters": "Holds hidden characters",
  "copy.line-break": "Holds a line break",
  "copy.merge-field": "Holds a merge field that is not allowed",
  "copy.offer-field-without-offer": "Names an offer where there is none",
  "copy.address": "Holds a link or an address",
  "copy.markup": "Holds markup",
  "copy.discount": "Promises what the offer does not give",
  "copy.code": "Holds a code that the offer does not have",
  "copy.figure": "Holds a figure that nobody gave",
  "copy.claim": "Claims something that nobody gave",
  "copy.hurry": "Hurries the reader, which the brand guide rules out",
  "copy.exclamation": "Holds an exclamation mark, which the brand guide rules out",
  "copy.banned-word": "Holds a banned word",
};

/** One sentence without a full stop for a stable code; an unknown code is shown as it is. */
export function reasonWords(code: string, facts?: ReasonFacts, currency = "USD"): string {
  const words = REASONS[code] ?? (REFUSALS as Readonly<Record<string, string>>)[code];
  if (words === undefined) return code;
  return typeof words === "string" ? words : words(facts ?? {}, currency);
}

/** What can hold a message for a person, in the order in which a filter offers it. */
export const HOLDING_REASONS = [
  "sensitive.open",
  "complaint.open",
  "high-value.vip",
  "high-value.spend",
  "high-value.foreign",
  "discount.high",
  "discount.not-offered",
  "discount.unknown-share",
  "subject.long",
  "subject.capitals",
  "review.words-unapproved",
  "review.all",
  "review.sample",
] as const;

/** What can stop or leave alone: the rest of the line's reasons. */
export const STOPPING_REASONS = [
  "holdout.global",
  "holdout.campaign",
  "segment.none",
  "segment.unknown-customer",
  "route.no-segmentor",
  "action.none-allowed",
  "action.outside-rollout",
  "message.no-creative",
  "review.observe",
  "address.missing",
  "consent.missing",
  "consent.withdrawn",
  "suppression.listed",
  "frequency.cap",
  "engagement.low",
  "bounces.hard",
  "subject.trigger",
  "postal-address.missing",
  "unsubscribe.missing",
] as const;

function counted(count: unknown, what: string, none: string): string {
  if (typeof count !== "number") return none;
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
