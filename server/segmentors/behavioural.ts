import { z } from "zod";
import type { CustomerFacts } from "@/server/domain/customer-facts";
import { daysBetween } from "@/server/domain/time";
import { segmentor } from "./contract";

const days = z.number().positive().max(3650);

const settings = z.object({
  /** no event and no order for so long: quiet */
  quietAfterDays: days.default(120),
  /** share by which the last 30 days fall behind the 30 before */
  dropShare: z.number().min(0.1).max(1).default(0.6),
  /** fewer events than that in the 30 days before say nothing */
  dropMinEvents: z.number().int().min(1).default(5),
  /** silence in multiples of one's own gap between orders */
  lapsingAfterGaps: z.number().min(1).max(20).default(2),
  /** days with events, of the last 90, that make a browser of somebody without an order as long as `browsingNoOrderDays` */
  browsingMinVisits: z.number().int().min(1).default(3),
  browsingNoOrderDays: days.default(60),
});
type Settings = z.infer<typeof settings>;

type Facts = Pick<
  CustomerFacts,
  "lastOrderMs" | "orders365" | "lastEventMs" | "events30" | "eventsPrev30" | "visits90"
>;

/**
 * What somebody does, against what they did before.
 *
 * - quiet: neither event nor order for 120 days, though there was one once
 * - fading: events of the last 30 days at least 60 % below the 30 days before, of which there were 5 or more
 * - lapsing: silence since the last order of two or more of one's own gaps (365 days / orders of the last year; two orders at least)
 * - browsing: here on 3 or more of the last 90 days, yet no order for 60 days
 *
 * The first that fits names the segment; null: nothing stands out, or nothing is known.
 * Source: silence against one's own rhythm after Fader & Hardie (2009), “Probability models for customer-base analysis”, § 2;
 * thresholds are ours, docs/decisions/011. It finds an activity that dropped by 80 % and a silence of 120 days.
 */
export const behavioural = segmentor({
  title: "Behaviour",
  needs: ["lastOrderMs", "orders365", "lastEventMs", "events30", "eventsPrev30", "visits90"],
  settings,
  segments: {
    quiet: "Gone quiet",
    fading: "Doing less",
    lapsing: "Overdue",
    browsing: "Looking, not buying",
  },
  rules: (bound) => ({
    quiet: `Neither an event nor an order for ${bound.quietAfterDays} days, though there was one once.`,
    fading: `Events of the last 30 days at least ${percent(bound.dropShare)} below the 30 days before, of which there were ${bound.dropMinEvents} or more; not gone quiet.`,
    lapsing: `No order for ${bound.lapsingAfterGaps} times as long as their own usual gap, with two orders or more in the last year; none of the segments above.`,
    browsing: `Here on ${bound.browsingMinVisits} or more of the last 90 days, yet no order for ${bound.browsingNoOrderDays} days; none of the segments above.`,
  }),
  assign(facts, bound, nowMs) {
    if (isQuiet(facts, bound, nowMs)) return "quiet";
    if (isFading(facts, bound)) return "fading";
    if (isLapsing(facts, bound, nowMs)) return "lapsing";
    return isBrowsing(facts, bound, nowMs) ? "browsing" : null;
  },
});

const percent = (share: number) => `${Number((share * 100).toFixed(1))} %`;

function isQuiet({ lastOrderMs, lastEventMs }: Facts, { quietAfterDays }: Settings, nowMs: number): boolean {
  const lastMs = Math.max(lastOrderMs ?? -Infinity, lastEventMs ?? -Infinity);
  return lastMs > -Infinity && daysBetween(lastMs, nowMs) >= quietAfterDays;
}

const isFading = ({ events30, eventsPrev30 }: Facts, { dropShare, dropMinEvents }: Settings) =>
  eventsPrev30 >= dropMinEvents && events30 <= eventsPrev30 * (1 - dropShare);

function isLapsing(facts: Facts, { lapsingAfterGaps }: Settings, nowMs: number): boolean {
  const { lastOrderMs, orders365 } = facts;
  if (lastOrderMs === null || orders365 < 2) return false;
  return daysBetween(lastOrderMs, nowMs) >= lapsingAfterGaps * (365 / orders365);
}

function isBrowsing(facts: Facts, bound: Settings, nowMs: number): boolean {
  if (facts.visits90 < bound.browsingMinVisits) return false;
  return facts.lastOrderMs === null || daysBetween(facts.lastOrderMs, nowMs) >= bound.browsingNoOrderDays;
}
