import { leftAlone } from "@/server/domain/left-alone";
import { DAY_MS } from "@/server/domain/time";
import type { Sql } from "@/server/store/database";
import { loadSomeFacts } from "@/server/store/facts.sql";
import { holdoutMark } from "@/server/store/holdout-marks.sql";
import type { LiveCampaign } from "@/server/store/live-campaigns.sql";
import type { Documents } from "./documents";

/**
 * How much room for messages there is: marketing emails in the policy's window, when the next one may leave by the cap
 * alone (null: at once), and what the customer is held out of.
 */
export async function roomFor(
  sql: Sql,
  customerId: number,
  { live, documents }: { live: readonly LiveCampaign[]; documents: Documents },
  now: Date,
) {
  const [facts, mark] = await Promise.all([
    loadSomeFacts(sql, [customerId], now, ["recentEmailsMs"]),
    holdoutMark(sql, customerId),
  ]);
  const { body: configuration } = documents.configuration;
  const { maxEmails, windowDays } = documents.policy.body.frequency;
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
