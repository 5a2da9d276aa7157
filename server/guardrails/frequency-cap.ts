import { DAY_MS } from "@/server/domain/time";
import { block, clear } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/**
 * At most so many marketing emails in any rolling window (by default 3 in 7 × 24 hours).
 *
 * Counts what was claimed, sent or is uncertain: a message that may have left counts as one that did. An email exactly
 * one window old no longer counts. The claim checks again with the customer's row locked, so two campaigns cannot both
 * take the last place.
 */
export const frequencyCap = guardrail({
  title: "Frequency cap",
  source: "the company’s policy: 3 marketing emails in any rolling 7 days unless set otherwise",
  reads: ["recentEmailsMs"],
  check(_draft, { recentEmailsMs }, policy, nowMs) {
    const { maxEmails, windowDays } = policy.frequency;
    const opensMs = nowMs - windowDays * DAY_MS;
    let inWindow = 0;
    for (const atMs of recentEmailsMs) if (!(atMs <= opensMs)) inWindow++;
    // written so that NaN on either side blocks
    return inWindow < maxEmails ? clear : block("frequency.cap", { emails: inWindow, maxEmails, windowDays });
  },
});
