import type { CustomerFacts } from "./customer-facts";
import { DAY_MS } from "./time";

/** What the score is made of. */
export const ENGAGEMENT_READS = [
  "orders365",
  "lastOrderMs",
  "visits90",
  "emails90",
  "opens90",
  "clicks90",
] as const satisfies readonly (keyof CustomerFacts)[];

/** Buying in the last year loses half its weight in this many days. */
const ORDER_HALF_LIFE_DAYS = 180;
/** How much of the remaining doubt one visit in the last 90 days removes. */
const VISIT_WEIGHT = 0.2;
/** Behaviour weighs as much as the answers to so many messages. */
const PRIOR_MESSAGES = 2;

/**
 * How likely it is that a person still cares to hear from the company, 0 to 1.
 *
 * Behaviour first: each order of the last 365 days halves the doubt, faded by the days since the last one (half-life
 * 180 days); each visit of the last 90 days removes a fifth of what doubt is left. Whoever got messages in the last 90
 * days is then judged by the share they reacted to, with behaviour as a prior worth two messages: unanswered messages
 * pull the score down, reactions pull it up. Without messages it is behaviour alone.
 * Source: ours, docs/decisions/010; the shrinkage is the mean of a beta-binomial posterior.
 */
export function engagementScore(
  facts: Pick<CustomerFacts, (typeof ENGAGEMENT_READS)[number]>,
  nowMs: number,
): number {
  const { orders365, lastOrderMs, visits90, emails90, opens90, clicks90 } = facts;
  const buying =
    lastOrderMs === null
      ? 0
      : (1 - 0.5 ** orders365) * 0.5 ** ((nowMs - lastOrderMs) / DAY_MS / ORDER_HALF_LIFE_DAYS);
  const visiting = 1 - (1 - VISIT_WEIGHT) ** visits90;
  const behaviour = 1 - (1 - Math.min(1, Math.max(0, buying))) * (1 - visiting);
  const reactions = Math.min(emails90, Math.max(opens90, clicks90));
  return (behaviour * PRIOR_MESSAGES + reactions) / (PRIOR_MESSAGES + emails90);
}
