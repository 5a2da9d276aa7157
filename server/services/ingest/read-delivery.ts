import { problemInside } from "@/server/domain/tracking/keep-properties";
import { type Reception, readEvent } from "@/server/domain/tracking/read-event";
import { readTimestamp } from "@/server/domain/tracking/sender-clock";
import {
  CALLS,
  type Call,
  type EventProblem,
  type FieldReading,
  isPlainObject,
  type TrackedEvent,
  wrong,
} from "@/server/domain/tracking/tracked-event";
import type { SourcedEvent, SourcedRejection } from "./record-events";

/** As the specification has it. */
export const MAX_EVENT_BYTES = 32 * 1024;
/** An event of the smallest useful size takes some 100 bytes: more of them are no events. */
const MAX_EVENTS = 5000;
/** Deeper than any real event; a body beyond is looked at event by event. */
const SUSPICIOUS_DEPTH = 24;

/** Why some event of a batch was not taken. */
export type BatchRejection = EventProblem & { index: number; messageId: string | null };

/** What a request brought: events, and what of it was rejected, for the table and for the sender. */
export type ReadDelivery = {
  events: readonly SourcedEvent[];
  rejections: readonly SourcedRejection[];
  rejected: readonly BatchRejection[];
};

/** Everything but the sender's clock, which the body tells. */
export type Receiver = Omit<Reception, "sentAtMs">;

/** What the text of a body tells before it is parsed: which checks its events need. */
export type BodyTraits = {
  /** may hold keys that name prototypes, or nesting that would exhaust recursive code */
  suspicious: boolean;
  /** may hold an event that is too large */
  large: boolean;
};

export function traitsOf(text: string): BodyTraits {
  const { deepest, largest } = measured(text);
  return {
    suspicious: deepest > SUSPICIOUS_DEPTH || /__proto__|"constructor"|"prototype"/.test(text),
    large: largest > MAX_EVENT_BYTES,
  };
}

/** The one event of a call such as /v1/track. */
export function readSingle(
  body: unknown,
  call: Call,
  receiver: Receiver,
  { suspicious }: BodyTraits,
): FieldReading<ReadDelivery> {
  const trap = suspicious ? problemInside(body) : null;
  if (trap !== null) return { ok: false, ...trap };
  if (!isPlainObject(body)) return wrong("body", "not an object");
  const read = readEvent(body, call, { ...receiver, sentAtMs: clockOf(body) });
  if (!read.ok) return read;
  const events = [
    { event: read.value, writeKeyId: receiver.sourceId, messageId: messageIdOf(body), index: 0 },
  ];
  return { ok: true, value: { events, rejections: [], rejected: [] } };
}

/** The events of a batch: each is taken or rejected by itself. */
export function readBatch(body: unknown, receiver: Receiver, traits: BodyTraits): FieldReading<ReadDelivery> {
  if (!isPlainObject(body)) return wrong("body", "not an object");
  const { batch } = body;
  if (!Array.isArray(batch)) return wrong("batch", "not a list of events");
  if (batch.length > MAX_EVENTS) return wrong("batch", `more than ${MAX_EVENTS} events`);
  const trap = traits.suspicious ? problemInside({ ...body, batch: null }) : null;
  if (trap !== null) return { ok: false, ...trap };
  const sentAtMs = clockOf(body);
  const events: SourcedEvent[] = [];
  const rejected: BatchRejection[] = [];
  for (const [index, raw] of batch.entries()) {
    const reception = { ...receiver, sentAtMs: sentAtMs ?? clockOf(raw) };
    const read = readOne(raw, reception, traits);
    const messageId = messageIdOf(raw);
    if (read.ok) events.push({ event: read.value, writeKeyId: receiver.sourceId, messageId, index });
    else rejected.push({ index, messageId, field: read.field, reason: read.reason });
  }
  const rejections = rejected.map((one) =>
    rejectionOf({ ...one, type: callOf(batch[one.index]) }, receiver.sourceId),
  );
  return { ok: true, value: { events, rejections, rejected } };
}

export const rejectionOf = (
  { messageId, type, field, reason }: Omit<SourcedRejection, "writeKeyId">,
  writeKeyId: number,
): SourcedRejection => ({ writeKeyId, messageId, type, field, reason });

/** Which call an event of a batch says it is. */
const callOf = (raw: unknown): Call | null =>
  isPlainObject(raw) ? (CALLS.find((call) => call === raw.type) ?? null) : null;

function readOne(
  raw: unknown,
  reception: Reception,
  { suspicious, large }: BodyTraits,
): FieldReading<TrackedEvent> {
  const trap = suspicious ? problemInside(raw) : null;
  if (trap !== null) return { ok: false, ...trap };
  if (large && JSON.stringify(raw).length > MAX_EVENT_BYTES) return wrong("event", "larger than 32 kB");
  return readEvent(raw, null, reception);
}

/** What the sender's clock said when the body left; null where it says nothing that can be read. */
function clockOf(body: unknown): number | null {
  if (!isPlainObject(body) || body.sentAt === undefined) return null;
  const read = readTimestamp(body.sentAt);
  return read.ok ? read.value : null;
}

/** For the list of what was rejected, only where it can be nothing but an identifier of a message. */
function messageIdOf(raw: unknown): string | null {
  const id = isPlainObject(raw) ? raw.messageId : null;
  return typeof id === "string" && /^[\w.:-]{1,100}$/.test(id) ? id : null;
}

const [QUOTE, BACKSLASH] = [34, 92];
/** What each character does to the depth. Others than these do nothing, nor do those beyond ASCII. */
const STEPS = Int8Array.from({ length: 128 }, (_, char) => {
  if ("{[".includes(String.fromCharCode(char))) return 1;
  return "}]".includes(String.fromCharCode(char)) ? -1 : 0;
});
/** Events of a batch are inside an object and its list. */
const EVENT_DEPTH = 3;

/** How deep a text is nested, and how long the longest part at the depth of events is. Without recursion. */
function measured(text: string): { deepest: number; largest: number } {
  let depth = 0;
  let deepest = 0;
  let largest = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === QUOTE) i = endOfString(text, i);
    const step = STEPS[char] ?? 0;
    if (step === 0) continue;
    if (depth + step === EVENT_DEPTH && step === 1) start = i;
    if (depth === EVENT_DEPTH && step === -1) largest = Math.max(largest, i - start);
    depth += step;
    deepest = Math.max(deepest, depth);
  }
  return { deepest, largest };
}

/** Where the string that begins at `start` ends; the text's length where it does not. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}
