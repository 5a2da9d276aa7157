import type { FactsOf } from "./fact-groups";
import { daysBetween } from "./time";

/** Something known of a customer that bears on the choice: a stable code and its figure. */
export type Insight = { code: InsightCode; figure: number };

/** What the console calls them; `figure` is what the words put in place of #. */
export const INSIGHTS = {
  "tickets.open": "Open tickets: #",
  "activity.dropped": "Activity fell by # % against the 30 days before",
  "mail.ignored": "Ignored the last # emails",
  "mail.answers": "Reacted to # of the emails of the last 90 days",
  "orders.silence": "# days since the last order",
  "orders.regular": "# orders in the last year",
  "visits.without-order": "Here on # of the last 90 days without an order",
  "orders.first": "Days since the first order: #",
} as const;
export type InsightCode = keyof typeof INSIGHTS;

type Facts = FactsOf<"orders" | "behaviour" | "messages" | "tickets">;

const MOST = 4;
const SILENT_DAYS = 60;
const NEW_DAYS = 30;
const REGULAR_ORDERS = 4;
const BROWSING_VISITS = 3;
const DROP_MIN_EVENTS = 5;
const DROP_PERCENT = 50;

/** What stands out of a customer, most telling first, at most four. The order of rules is the ranking. */
export function insightsOf(facts: Facts, nowMs: number): readonly Insight[] {
  const found: Insight[] = [];
  const add = (code: InsightCode, figure: number) => found.push({ code, figure: Math.round(figure) });
  const { events30, eventsPrev30, openTickets, orders365 } = facts;

  if (openTickets > 0) add("tickets.open", openTickets);
  const dropPercent = eventsPrev30 >= DROP_MIN_EVENTS ? 100 * (1 - events30 / eventsPrev30) : 0;
  if (dropPercent >= DROP_PERCENT) add("activity.dropped", dropPercent);
  addMail(facts, add);
  const silenceDays = facts.lastOrderMs === null ? null : daysBetween(facts.lastOrderMs, nowMs);
  if (silenceDays !== null && silenceDays >= SILENT_DAYS) add("orders.silence", Math.floor(silenceDays));
  if (facts.visits90 >= BROWSING_VISITS && (silenceDays ?? SILENT_DAYS) >= SILENT_DAYS)
    add("visits.without-order", facts.visits90);
  if (orders365 >= REGULAR_ORDERS) add("orders.regular", orders365);
  const customerDays = facts.firstOrderMs === null ? NEW_DAYS : daysBetween(facts.firstOrderMs, nowMs);
  if (customerDays < NEW_DAYS) add("orders.first", Math.floor(customerDays));
  return found.slice(0, MOST);
}

function addMail(
  { emails90, opens90, clicks90 }: Facts,
  add: (code: InsightCode, figure: number) => void,
): void {
  const reactions = Math.max(opens90, clicks90);
  if (emails90 >= 2 && reactions === 0) add("mail.ignored", emails90);
  if (reactions > 0) add("mail.answers", reactions);
}
