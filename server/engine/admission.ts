import type { EngineContext } from "./context";
import type { Tx } from "./database";
import type { EngineFunction } from "./function-config";
import { cancelRun } from "./runs";

const DAY_MS = 86_400_000;

/** Whether this function has not yet been started by an event with this sender's id in the last 24 hours. */
export function isFirstWithId(tx: Tx, fn: EngineFunction, senderId: string, now: Date): Promise<boolean> {
  return takeStart(tx, fn.id, `id:${senderId}`, { limit: 1, periodMs: DAY_MS }, now);
}

/**
 * Whether and when a run may start: idempotency and rate limit drop it, a singleton drops it or cancels the one that
 * runs, a throttle moves it. Null: dropped.
 */
export async function admit(
  tx: Tx,
  engine: EngineContext,
  fn: EngineFunction,
  event: unknown,
  wishedAt: Date,
): Promise<{ dueAt: Date; singletonKey: string | null } | null> {
  const now = engine.clock.now();
  if (fn.idempotency !== null) {
    const key = `once:${fn.idempotency.key({ event })}`;
    if (!(await takeStart(tx, fn.id, key, { limit: 1, periodMs: DAY_MS }, now))) return null;
  }
  if (fn.rateLimit !== null) {
    const key = `rate:${fn.rateLimit.key?.key({ event }) ?? ""}`;
    if (!(await takeStart(tx, fn.id, key, fn.rateLimit, now))) return null;
  }
  const singletonKey = fn.singleton === null ? null : (fn.singleton.key?.key({ event }) ?? "");
  if (singletonKey !== null && !(await isAlone(tx, engine, fn, singletonKey))) return null;
  return { dueAt: await throttled(tx, fn, event, wishedAt, now), singletonKey };
}

/** Takes one of `limit` starts in a rolling period. False when all are taken. */
async function takeStart(
  tx: Tx,
  functionId: string,
  key: string,
  { limit, periodMs }: { limit: number; periodMs: number },
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - periodMs);
  const { rowCount } = await tx.query(
    `INSERT INTO engine.starts AS s (function_id, key, at, expires_at) VALUES ($1, $2, ARRAY[$3::timestamptz], $4)
     ON CONFLICT (function_id, key) DO UPDATE
       SET at = ARRAY(SELECT t FROM unnest(s.at) t WHERE t > $5) || $3::timestamptz, expires_at = $4
       WHERE (SELECT count(*) FROM unnest(s.at) t WHERE t > $5) < $6`,
    [functionId, key, now, new Date(now.getTime() + periodMs), since, limit],
  );
  return rowCount === 1;
}

async function isAlone(tx: Tx, engine: EngineContext, fn: EngineFunction, key: string): Promise<boolean> {
  const { rows } = await tx.query<{ id: string }>(
    "SELECT id FROM engine.runs WHERE function_id = $1 AND singleton_key = $2 AND status = 'running' ORDER BY id",
    [fn.id, key],
  );
  if (fn.singleton?.mode === "skip") return rows.length === 0;
  for (const { id } of rows) await cancelRun(tx, engine, id);
  return true;
}

/**
 * The time at which a throttled run starts: `burst` at once, then one each period / limit.
 * Source: the generic cell rate algorithm, which the Inngest server uses for its throttle too.
 */
async function throttled(
  tx: Tx,
  fn: EngineFunction,
  event: unknown,
  wishedAt: Date,
  now: Date,
): Promise<Date> {
  if (fn.throttle === null) return wishedAt;
  const key = `throttle:${fn.throttle.key?.key({ event }) ?? ""}`;
  const { rows } = await tx.query<{ at: Date[] }>(
    "SELECT at FROM engine.starts WHERE function_id = $1 AND key = $2",
    [fn.id, key],
  );
  const intervalMs = fn.throttle.periodMs / fn.throttle.limit;
  const nextMs = Math.max(rows[0]?.at[0]?.getTime() ?? 0, now.getTime());
  const startMs = nextMs - (fn.throttle.burst - 1) * intervalMs;
  const following = new Date(nextMs + intervalMs);
  await tx.query(
    `INSERT INTO engine.starts (function_id, key, at, expires_at) VALUES ($1, $2, ARRAY[$3::timestamptz], $3)
     ON CONFLICT (function_id, key) DO UPDATE SET at = excluded.at, expires_at = excluded.expires_at`,
    [fn.id, key, following],
  );
  return new Date(Math.max(startMs, wishedAt.getTime()));
}
