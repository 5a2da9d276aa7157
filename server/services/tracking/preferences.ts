import { readToken, type TokenContent } from "@/server/domain/token";
import type { Platform } from "@/server/platform";
import { appendEntries } from "@/server/store/audit";
import { appendConsent } from "@/server/store/consents.sql";
import { liftUnsubscribed, lockPerson, marketingPermission } from "@/server/store/permission";
import { OWN_WORD, stopMarketing } from "./unsubscribe";

/** What a person gets, and whether they may ask for it again: not where their address bounced or they complained. */
export type Preferences = { isSubscribed: boolean; mayResume: boolean };

type Tools = Pick<Platform, "database" | "vault" | "clock">;

/** What the page shows; null where the token is not ours or not for this. Changes nothing. */
export async function preferencesOf(tools: Tools, token: string): Promise<Preferences | null> {
  const content = preferenceToken(tools, token);
  return content === null ? null : currentPreferences(tools, content.customerId);
}

/** Stops marketing email or asks for it again. Null as above. Asking for what stands already changes nothing. */
export async function changePreferences(
  tools: Tools,
  token: string,
  wish: "stop" | "resume",
): Promise<Preferences | null> {
  const content = preferenceToken(tools, token);
  if (content === null) return null;
  if (wish === "stop") await stopMarketing(tools, content, "preferences");
  else await resumeMarketing(tools, content);
  return currentPreferences(tools, content.customerId);
}

function preferenceToken({ vault }: Tools, token: string): TokenContent | null {
  const reading = readToken(token, "preferences", vault.sign.bind(vault));
  return reading.ok ? reading.content : null;
}

const MAY_BE_LIFTED = ["unsubscribed"];

async function currentPreferences({ database }: Tools, named: number): Promise<Preferences> {
  return database.bulk(async ({ sql }) => {
    const customerId = (await lockPerson(sql, named)) ?? named;
    const { consent, suppressedFor } = await marketingPermission(sql, customerId);
    return {
      isSubscribed: consent !== "withdrawn" && suppressedFor.length === 0,
      mayResume: suppressedFor.every((reason) => MAY_BE_LIFTED.includes(reason)),
    };
  });
}

async function resumeMarketing(
  { database, clock }: Tools,
  { customerId: named, outboxId }: TokenContent,
): Promise<void> {
  const now = clock.now();
  await database.bulk(async ({ sql }) => {
    const customerId = await lockPerson(sql, named);
    if (customerId === null) return;
    const before = await marketingPermission(sql, customerId);
    const isBlocked = before.suppressedFor.some((reason) => !MAY_BE_LIFTED.includes(reason));
    if (isBlocked || (before.consent === "granted" && before.suppressedFor.length === 0)) return;
    const ref = `resume:${outboxId}:${now.getTime()}`;
    await appendConsent(sql, { ...OWN_WORD, customerId, state: "granted", source: "preferences", ref }, now);
    await liftUnsubscribed(sql, customerId);
    await appendEntries(sql, now, [
      {
        actor: "customer",
        action: "consent.grant",
        entity: { type: "customer", id: String(customerId) },
        data: { before: before.consent, after: "granted", source: "preferences", outboxId },
      },
    ]);
  });
}
