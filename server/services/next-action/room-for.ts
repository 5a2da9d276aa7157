import { leftAlone } from "@/server/domain/left-alone";
import { DAY_MS } from "@/server/domain/time";
import type { Sql } from "@/server/store/database";
import { loadFacts } from "@/server/store/facts.sql";
import { holdoutMark } from "@/server/store/holdout-marks.sql";
import type { LiveCampaign } from "@/server/store/live-campaigns.sql";
import { settingInForce } from "@/server/store/settings";

/**
 * How much room for messages there is: marketing emails in the policy's window, when the next one may leave by the cap
 * alone (null: at once), and what the customer is held out of.
 */
export async function roomFor(sql: Sql, customerId: number, live: readonly LiveCampaign[], now: Date) {
  const [facts, { body: policy }, { body: configuration }, mark] = await Promise.all([
    loadFacts(sql, [customerId], now),
    settingInForce(sql, "policy"),
    settingInForce(sql, "configuration"),
    holdoutMark(sql, customerId),
  ]);
  const { maxEmails, windowDays } = policy.frequency;
  const opensMs = now.getTime() - windowDays * DAY_MS;
  const recent = (facts.get(customerId)?.recentEmailsMs ?? []).filter((atMs) => atMs > opensMs);
  const lastBlocking = maxEmails === 0 ? undefined : recent.at(-maxEmails);
  const splits = live.map(({ id, body }) => ({
    name: body.name,
    why: leftAlone(customerId, {
      campaignId: id,
      rollout: body.rollout,
      globalHoldout: configuration.globalHoldoutShare,
      holdoutEpoch: configuration.holdoutEpoch,
      campaignHoldout: body.holdoutShare,
    }),
  }));
  return {
    emails: recent.length,
    maxEmails,
    windowDays,
    nextAt: lastBlocking === undefined ? null : new Date(lastBlocking + windowDays * DAY_MS),
    isGloballyHeldOut: splits.some(({ why }) => why === "global"),
    heldOutOf: splits.filter(({ why }) => why === "campaign").map(({ name }) => name),
    outsideRolloutOf: splits.filter(({ why }) => why === "rollout").map(({ name }) => name),
    keptOut: mark?.state === "out" ? mark : null,
  };
}
