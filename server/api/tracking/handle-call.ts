import { cappedText } from "@/server/api/capped-text";
import { CALLS, type Call } from "@/server/domain/tracking/tracked-event";
import { log } from "@/server/log";
import { TooBusy } from "@/server/services/ingest/event-gatherer";
import { MAX_EVENT_BYTES, traitsOf } from "@/server/services/ingest/read-delivery";
import type { Tracker } from "@/server/services/ingest/tracker";
import { isOutage } from "@/server/store/outage";

/** The specification's limit of a batch. */
const MAX_BODY_BYTES = 500 * 1024;
/** Requests whose bodies may be in memory at once, of sources with a key and, apart from them, of those who did not show one yet. */
const MAX_OPEN = 200;
const RETRY_SECONDS = 1;
/** More of them say nothing new. */
const MAX_LISTED = 100;

const BATCH = "batch";
/** The browser client writes the first letter only. */
const SHORT: Readonly<Record<string, string>> = Object.fromEntries(
  [...CALLS, BATCH].map((call) => [call.slice(0, 1), call]),
);

/** Any page may send, none can read: the answers hold nothing but counts, and no cookie is looked at. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "POST, OPTIONS",
  "access-control-allow-headers": "authorization, content-type",
  "access-control-expose-headers": "retry-after",
  "access-control-max-age": "86400",
  "cache-control": "no-store",
};

const open = { sources: 0, strangers: 0 };

/**
 * A call of the tracking specification over HTTP: `/v1/identify`, `/v1/track`, `/v1/page`, `/v1/screen`, `/v1/group`,
 * `/v1/alias`, `/v1/batch`. The write key is the user of Basic authentication or the body's `writeKey`.
 *
 * 200: durable. 400 names the field. 401: key unknown or revoked. 408: too slow. 413: too large. 429 and 503: try again.
 */
export async function handleCall(request: Request, name: string, tracker: Tracker): Promise<Response> {
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: CORS });
  const call = [...CALLS, BATCH].find((known) => known === (SHORT[name] ?? name));
  if (call === undefined) return refuse(404, "path", `use one of ${[...CALLS, BATCH].join(", ")}`);
  if (tracker.isFull) return later(429);
  try {
    return await receive(request, call as Call | typeof BATCH, tracker);
  } catch (error) {
    if (error instanceof TooBusy) return later(429);
    log.error({ err: error, call }, "events could not be stored");
    return isOutage(error) ? later(503) : refuse(500, "event", "this did not work; it was logged");
  }
}

/** Who calls is looked at first: the places for those with a key are not taken by those without. */
async function receive(request: Request, call: Call | typeof BATCH, tracker: Tracker): Promise<Response> {
  const { headers } = request;
  const key = basicUser(headers.get("authorization"));
  const isMet = key !== null && tracker.hasMet(key);
  const seconds = isMet ? 0 : tracker.strangers.secondsToWait(headers);
  if (seconds > 0) return later(429, seconds);
  const unheard = key === null ? null : await refusalUnheard(key, tracker);
  if (unheard !== null) return unheard;
  if (key !== null && !isMet) tracker.strangers.forgive(headers);
  const group = key === null ? "strangers" : "sources";
  if (open[group] >= MAX_OPEN) return later(429);
  open[group]++;
  try {
    return await handle(request, { call, key }, tracker);
  } finally {
    open[group]--;
  }
}

type Wanted = { call: Call | typeof BATCH; key: string | null };

async function handle(request: Request, { call, key }: Wanted, tracker: Tracker): Promise<Response> {
  const text = await cappedText(request, MAX_BODY_BYTES);
  if (typeof text !== "string") return refuse(text.status, "body", text.reason);
  const traits = traitsOf(text);
  const body = parsed(text);
  if (body === undefined) return refuse(400, "body", "not valid JSON");
  const sourceId = await tracker.authenticate(key ?? writeKeyIn(body));
  if (sourceId === null) return unknownKey();
  if (key === null) tracker.strangers.forgive(request.headers);
  const seconds = tracker.secondsToWait(sourceId, call === BATCH ? eventsIn(body) : 1);
  if (seconds > 0) return later(429, seconds);
  if (call === BATCH) return answerBatch(await tracker.takeBatch(body, sourceId, traits));
  if (text.length > MAX_EVENT_BYTES) return refuse(413, "body", "send at most 32 kB as one event");
  const answer = await tracker.take(body, call, sourceId, traits);
  return answer.taken
    ? Response.json({ success: true, duplicates: answer.duplicates }, { headers: CORS })
    : refuse(400, answer.field, answer.reason);
}

/** What a key alone forbids is said before the body is read. */
async function refusalUnheard(key: string, tracker: Tracker): Promise<Response | null> {
  const sourceId = await tracker.authenticate(key);
  if (sourceId === null) return unknownKey();
  const seconds = tracker.secondsToWait(sourceId, 0);
  return seconds > 0 ? later(429, seconds) : null;
}

function answerBatch(answer: Awaited<ReturnType<Tracker["takeBatch"]>>): Response {
  if (!answer.taken) return refuse(400, answer.field, answer.reason);
  const { accepted, duplicates, rejected } = answer;
  const counts = { accepted, duplicates, rejected: rejected.length };
  return Response.json(
    { success: true, ...counts, rejections: rejected.slice(0, MAX_LISTED) },
    { headers: CORS },
  );
}

/** The user of Basic authentication; null where the header is absent or of another kind. */
function basicUser(header: string | null): string | null {
  const encoded = /^basic ([a-z0-9+/=_-]{1,1000})$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return null;
  const [user = ""] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  return user;
}

function writeKeyIn(body: unknown): string {
  const key = typeof body === "object" && body !== null && "writeKey" in body ? body.writeKey : "";
  return typeof key === "string" ? key : "";
}

/** What a batch counts for against its source's limit; a bad one counts too. */
const eventsIn = (body: unknown): number =>
  typeof body === "object" && body !== null && "batch" in body && Array.isArray(body.batch)
    ? Math.max(1, body.batch.length)
    : 1;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON text has this value
  }
}

const refuse = (status: number, field: string, reason: string): Response =>
  Response.json({ success: false, field, message: `${field}: ${reason}` }, { status, headers: CORS });

const unknownKey = (): Response =>
  Response.json(
    { success: false, field: "writeKey", message: "writeKey: unknown or revoked; make one in the settings" },
    { status: 401, headers: { ...CORS, "www-authenticate": 'Basic realm="write key"' } },
  );

const later = (status: 429 | 503, seconds = RETRY_SECONDS): Response =>
  Response.json(
    {
      success: false,
      field: "rate",
      message: `rate: too much at once; try again after ${seconds === 1 ? "a second" : `${seconds} seconds`}`,
    },
    { status, headers: { ...CORS, "retry-after": String(seconds) } },
  );
