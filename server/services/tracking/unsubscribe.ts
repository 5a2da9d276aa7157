import { readToken, type TokenContent } from "@/server/domain/token";
import type { Platform } from "@/server/platform";
import { appendEntries } from "@/server/store/audit";
import type { Sql } from "@/server/store/database";
import {
  addConsent,
  cancelWaiting,
  lockPerson,
  marketingPermission,
  suppressPerson,
} from "@/server/store/permission";
import { insertOutcomes } from "@/server/store/touches.sql";
import { trackedMessage } from "@/server/store/tracking";

export type Unsubscribed = { ok: true; customerId: number; changed: boolean } | { ok: false };

/**
 * Takes a person off the list by the token of a message they got: consent withdrawn, address suppressed, waiting messages
 * cancelled, written to the audit, in one transaction. Repeating it changes nothing. `ok: false`: the token is not ours,
 * or not for this. Source: RFC 8058; CAN-SPAM, 15 U.S.C. § 7704(a)(3)–(4).
 */
export async function unsubscribe(
  platform: Pick<Platform, "database" | "vault" | "clock">,
  token: string,
  source: "one-click" | "page",
): Promise<Unsubscribed> {
  const reading = readToken(token, "unsubscribe", platform.vault.sign.bind(platform.vault));
  if (!reading.ok) return { ok: false };
  return stopMarketing(platform, reading.content, source);
}

/** The change itself, for whoever has shown a genuine token. */
export async function stopMarketing(
  { database, clock }: Pick<Platform, "database" | "clock">,
  { customerId: named, outboxId }: Pick<TokenContent, "customerId" | "outboxId">,
  source: "one-click" | "page" | "preferences",
): Promise<Unsubscribed> {
  const now = clock.now();
  return database.bulk(async ({ sql }) => {
    const customerId = await lockPerson(sql, named);
    // the person is gone, and so is every message to them
    if (customerId === null) return { ok: true, customerId: named, changed: false };
    const before = await marketingPermission(sql, customerId);
    if (before.consent === "withdrawn" && before.suppressedFor.length > 0)
      return { ok: true, customerId, changed: false };
    const ref = `unsubscribe:${outboxId}:${now.getTime()}`;
    await addConsent(sql, { customerId, state: "withdrawn", source: `unsubscribe:${source}`, ref }, now);
    await suppressPerson(sql, customerId, `unsubscribe:${source}`, now);
    const cancelled = await cancelWaiting(sql, customerId, now);
    await recordOutcome(sql, outboxId, now);
    await appendEntries(sql, now, [
      {
        actor: "customer",
        action: "consent.withdraw",
        entity: { type: "customer", id: String(customerId) },
        data: { before: before.consent, after: "withdrawn", source, outboxId, cancelled },
      },
    ]);
    return { ok: true, customerId, changed: true };
  });
}

async function recordOutcome(sql: Sql, outboxId: number, now: Date): Promise<void> {
  const message = await trackedMessage(sql, outboxId);
  if (message === null) return;
  const { customerId, campaignId } = message;
  const kind = "unsubscribe" as const;
  const ref = `unsubscribe:${outboxId}`;
  await insertOutcomes(sql, [{ outboxId, customerId, campaignId, kind, bot: false, detail: null, ref }], now);
}
