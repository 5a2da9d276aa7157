import { botReason, isBurst, TOGETHER_MS } from "@/server/domain/bot";
import { readToken } from "@/server/domain/token";
import type { Platform } from "@/server/platform";
import {
  clicksOf,
  holdVisits,
  linkTarget,
  markBurst,
  recordVisit,
  type TrackedMessage,
  trackedMessage,
} from "@/server/store/tracking";

type Tools = Pick<Platform, "database" | "vault" | "clock">;
/** What is known of the request. Header names are lower case. */
export type Request = { method: string; headers: Readonly<Record<string, string | undefined>> };

/** A visit to the pixel of a message. False: the token is not ours or not for this. */
export async function recordOpen(tools: Tools, token: string, request: Request): Promise<boolean> {
  const reading = readToken(token, "open", tools.vault.sign.bind(tools.vault));
  if (!reading.ok) return false;
  const message = await trackedMessage(tools.database.sql, reading.content.outboxId);
  if (message !== null) await record(tools, message, { kind: "open", n: 0 }, request);
  return true;
}

/** Where a link leads: the stored destination, never one from the address. Null: the token was altered, or there is no such link. */
export async function recordClick(tools: Tools, token: string, request: Request): Promise<string | null> {
  const reading = readToken(token, "click", tools.vault.sign.bind(tools.vault));
  if (!reading.ok) return null;
  const { outboxId, n } = reading.content;
  const message = await trackedMessage(tools.database.sql, outboxId);
  if (message === null) return null;
  const target = await linkTarget(tools.database.sql, message.creativeId, n);
  if (target === null || !isWeb(target)) return null;
  await record(tools, message, { kind: "click", n }, request);
  return target;
}

async function record(
  { database, clock }: Tools,
  message: TrackedMessage,
  visit: { kind: "open" | "click"; n: number },
  { method, headers }: Request,
): Promise<void> {
  // whoever asks with HEAD sees nothing
  if (method === "HEAD") return;
  const now = clock.now();
  const sinceSentMs = message.leftAt === null ? -1 : now.getTime() - message.leftAt.getTime();
  const bot = botReason({ kind: visit.kind, method, headers, sinceSentMs });
  await database.bulk(async ({ sql }) => {
    await holdVisits(sql, message.outboxId);
    const others = visit.kind === "click" ? await clicksOf(sql, message.outboxId) : [];
    const burst = isBurst({ n: visit.n, atMs: now.getTime() }, others);
    if (burst) await markBurst(sql, message.outboxId, now, TOGETHER_MS);
    await recordVisit(sql, message, { ...visit, bot: bot ?? (burst ? "burst" : null) }, now);
  });
}

const isWeb = (url: string): boolean => /^https?:\/\/[^\s]+$/i.test(url);
