import type { RunPlan } from "@/server/domain/run-plan";
import { nextSendMs } from "@/server/domain/send-time";
import { place } from "@/server/domain/split";
import { pass } from "@/server/domain/verdict";
import type { Case, Node } from "../node";
import type { Insights } from "./insights";
import type { Review } from "./review";

export type Deliver = { sendAtMs: number };
type In = Case & { goal: RunPlan; insights: Insights; review: Review };

/** When the message should leave: at the person's own hour or at once, within the hours that the company permits. */
export const deliver: Node<"deliver", In, Deliver, void> = {
  name: "deliver",
  version: 1,
  async ask() {},
  decide({ customerId, goal, insights }) {
    const { busiestHourUtc, orderHourUtc, timeZone } = insights.facts;
    const sendAtMs = nextSendMs(goal.atMs, {
      busiestHourUtc: busiestHourUtc ?? orderHourUtc,
      timeZone,
      companyTimeZone: goal.company.timeZone,
      hours: goal.configuration.sendHours,
      within: place("minute-of-sending", customerId),
      atOnce: goal.campaign.sendTime === "at-once",
    });
    return pass({ sendAtMs });
  },
};
