import { readToken, type TokenContent } from "@/server/domain/token";
import type { Platform } from "@/server/platform";
import { appendEntries } from "@/server/store/audit";
import { appendConsent } from "@/server/store/consents.sql";
import { suppressCustomers } from "@/server/store/consents-suppressions.sql";
import type { Sql } from "@/server/store/database";
import { cancelReady } from "@/server/store/outbox";
import { lockPerson, marketingPermission } from "@/server/store/permission";
import { insertOutcomes } from "@/server/store/touches.sql";
import { trackedMessage } from "@/server/store/tracking";

/** What a person says on the public pages is about this. */
export const OWN_WORD = { purpose: "marketing", channel: "email", actor: "customer" } as const;
/** Unsubscribing suppresses the address; a person without one, by their number. */
const ADDRESS = { addresses: ["email"], number: "without-address" } as const;

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
    const by = `unsubscribe:${source}`;
    await appendConsent(sql, { ...OWN_WORD, customerId, state: "withdrawn", source: by, ref }, now);
    await suppressCustomers(sql, now, [customerId], ADDRESS, { reason: "unsubscribed", source: by });
    const waiting = { customerIds: [customerId], channel: OWN_WORD.channel };
    const cancelled = await cancelReady(sql, waiting, "customer.unsubscribed", now);
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
