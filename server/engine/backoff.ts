/** Milliseconds to wait before attempt `attempt + 1`, after attempt number `attempt` (from 0) failed. */
export type Backoff = (attempt: number, random: () => number) => number;

const SECONDS = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];
const JITTER_MS = 30_000;

/** The table of the Inngest server: 15 s to 2 h, plus up to 30 s. Source: pkg/backoff of the inngest repository. */
export const inngestBackoff: Backoff = (attempt, random) => {
  const seconds = SECONDS[Math.min(attempt, SECONDS.length - 1)] ?? 0;
  return seconds * 1000 + random() * JITTER_MS;
};

/** After the app broke off in the middle of an answer: it has crashed and is most likely being restarted. */
export const brokenOffBackoff: Backoff = (attempt, random) =>
  Math.min(60_000, 1000 * 2 ** attempt) * (1 + random() / 4);

/** While the app is not there at all. No attempt is spent, so this only paces the knocking. */
export const unreachableBackoff: Backoff = (misses, random) =>
  Math.min(30_000, 250 * 2 ** Math.min(misses, 10)) * (1 + random() / 4);

const RETRY_AFTER_MIN_MS = 1000;
const RETRY_AFTER_MAX_MS = 86_400_000;

/** The wait that a `retry-after` header asks for (seconds or a date), kept within 1 s and 24 h; null without a usable one. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  const wait = /^\d+(\.\d+)?$/.test(header)
    ? Number(header) * 1000
    : new Date(header).getTime() - now.getTime();
  if (Number.isNaN(wait)) return null;
  return Math.min(RETRY_AFTER_MAX_MS, Math.max(RETRY_AFTER_MIN_MS, wait));
}
