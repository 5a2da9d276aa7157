import type pg from "pg";
import { z } from "zod";
import { canonicalJson } from "./canonical-json";
import type { EngineContext } from "./context";
import type { Tx } from "./database";
import { seededId, ulid } from "./ids";

/** An event as it lies in the database. `body` is the canonical JSON that functions get. */
export type StoredEvent = {
  seq: number;
  id: string;
  senderId: string | null;
  name: string;
  body: string;
  startsAt: Date;
};

const INTERNAL_PREFIX = "inngest/";
const MOST_EVENTS = 5000;
const LATEST_MS = 8.64e15;
/** A stamp this close to the wall clock was put on by the sender's SDK and means "now". */
const SENDER_STAMP_MS = 60_000;

const label = z
  .string()
  .min(1)
  .max(256)
  .regex(/^\P{Cc}*$/u, "must hold no control characters");

const incoming = z.object({
  name: label,
  data: z.record(z.string(), z.unknown()).nullish(),
  id: label.nullish(),
  ts: z.number().int().positive().max(LATEST_MS).nullish(),
  user: z.record(z.string(), z.unknown()).nullish(),
  v: z.string().nullish(),
  meta: z.record(z.string(), z.unknown()).nullish(),
});

type Row = { id: string; senderId: string | null; name: string; body: string; startsAt: Date };

type Intake = { ids: string[] } | { refusal: string };

/** Stores one event or a list before it is answered. A repeated request (same seed) stores nothing twice. */
export async function takeEvents(
  engine: Pick<EngineContext, "pool" | "clock" | "wake">,
  payload: unknown,
  seed: string | undefined,
): Promise<Intake> {
  const list = Array.isArray(payload) ? payload : [payload];
  if (list.length > MOST_EVENTS) return { refusal: `at most ${MOST_EVENTS} events a request` };
  const now = engine.clock.now();
  const rows: Row[] = [];
  for (const [index, raw] of list.entries()) {
    const parsed = incoming.safeParse(raw);
    if (!parsed.success) return { refusal: `event ${index}: ${z.prettifyError(parsed.error)}` };
    if (parsed.data.name.startsWith(INTERNAL_PREFIX))
      return { refusal: `event ${index}: names that start with "${INTERNAL_PREFIX}" are reserved` };
    rows.push(row(parsed.data, index, seed, now));
  }
  await insert(engine.pool, rows, now);
  engine.wake("events");
  return { ids: rows.map((it) => it.id) };
}

/** Publishes an event of the engine itself, when a function or a waiting run listens to it. */
export async function publish(
  tx: Tx,
  engine: EngineContext,
  name: string,
  data: () => Record<string, unknown>,
): Promise<void> {
  if (engine.functions.triggeredBy(name).length === 0) {
    const waiting = await tx.query("SELECT 1 FROM engine.waits WHERE event_name = $1 LIMIT 1", [name]);
    if (waiting.rowCount === 0) return;
  }
  const now = engine.clock.now();
  await insert(tx, [row({ name, data: data() }, 0, undefined, now)], now);
  engine.wake("events");
}

/** The body of an event that exists only for one run (cron, invoke). */
export function ownEvent(name: string, data: unknown, now: Date): StoredEvent {
  const id = ulid(now.getTime());
  const body = canonicalJson({ data, id, name, ts: now.getTime() });
  return { seq: 0, id, senderId: null, name, body, startsAt: now };
}

export const EVENT_COLUMNS = `seq, id, sender_id AS "senderId", name, body::text AS body, starts_at AS "startsAt"`;

function row(event: z.infer<typeof incoming>, index: number, seed: string | undefined, now: Date): Row {
  const id = (seed === undefined ? null : seededId(seed, index)) ?? ulid(now.getTime());
  const ts = stamp(event.ts ?? null, now);
  const { name, user, v, meta } = event;
  const body = {
    name,
    data: event.data ?? {},
    id: event.id ?? id,
    ts,
    user: user ?? undefined,
    v: v ?? undefined,
    meta: meta ?? undefined,
  };
  return {
    id,
    senderId: event.id ?? null,
    name,
    body: canonicalJson(body),
    startsAt: new Date(Math.max(ts, now.getTime())),
  };
}

/** SDKs stamp every event with the wall clock. On an engine whose clock stands elsewhere such a stamp still means "now". */
function stamp(ts: number | null, now: Date): number {
  if (ts === null) return now.getTime();
  const wall = Date.now();
  const elsewhere = Math.abs(now.getTime() - wall) > SENDER_STAMP_MS;
  return elsewhere && Math.abs(ts - wall) <= SENDER_STAMP_MS ? now.getTime() : ts;
}

async function insert(db: pg.Pool | Tx, rows: readonly Row[], now: Date): Promise<void> {
  await db.query(
    `INSERT INTO engine.events (id, sender_id, name, body, starts_at, received_at)
     SELECT id, sender_id, name, body::json, starts_at, $6
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
       WITH ORDINALITY AS event (id, sender_id, name, body, starts_at, place)
     ORDER BY place
     ON CONFLICT (id) DO NOTHING`,
    [
      rows.map((it) => it.id),
      rows.map((it) => it.senderId),
      rows.map((it) => it.name),
      rows.map((it) => it.body),
      rows.map((it) => it.startsAt),
      now,
    ],
  );
}
