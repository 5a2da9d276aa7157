import { hash } from "node:crypto";
import { keepProperties, withoutAddresses } from "./keep-properties";
import { readIdentifier } from "./read-identifier";
import { ORDER_COMPLETED, readOrder } from "./read-order";
import { type PhoneReader, readProfile } from "./read-profile";
import { happenedAt } from "./sender-clock";
import {
  CALLS,
  type Call,
  type FieldReading,
  isPlainObject,
  type PlainObject,
  readingAt,
  type TrackedEvent,
  wrong,
} from "./tracked-event";

const MAX_NAME = 200;
const MAX_MESSAGE_ID = 200;

/** What an event is read with. */
export type Reception = {
  /** who sent it: messageIds of different sources are different */
  sourceId: number;
  receivedMs: number;
  /** the sender's clock when the body left; null: it did not say */
  sentAtMs: number | null;
  companyCurrency: string;
  readPhone: PhoneReader;
  /** names an event that carries no messageId */
  newId: () => string;
};

/**
 * One event of the tracking specification, as it is stored. `call` is the address that it was sent to; null in a batch,
 * where the event says its own type.
 */
export function readEvent(raw: unknown, call: Call | null, reception: Reception): FieldReading<TrackedEvent> {
  if (!isPlainObject(raw)) return wrong("event", "not an object");
  const type = CALLS.find((known) => known === (call ?? raw.type));
  if (type === undefined) return wrong("type", `not one of ${CALLS.join(", ")}`);
  const who = readWho(raw, type);
  if (!who.ok) return who;
  const key = readKey(raw.messageId, reception);
  if (!key.ok) return key;
  const timestamp = raw.timestamp ?? raw.originalTimestamp;
  const at = readingAt("timestamp", happenedAt(timestamp, reception.sentAtMs, reception.receivedMs));
  if (!at.ok) return at;
  const what = readWhat(raw, type, reception);
  if (!what.ok) return what;
  return { ok: true, value: { key: key.value, type, atMs: at.value, ...who.value, ...what.value } };
}

type Who = Pick<TrackedEvent, "userId" | "anonymousId" | "previousId">;

function readWho(raw: PlainObject, type: Call): FieldReading<Who> {
  const userId = readingAt("userId", readIdentifier(raw.userId));
  if (!userId.ok) return userId;
  const anonymousId = readingAt("anonymousId", readIdentifier(raw.anonymousId));
  if (!anonymousId.ok) return anonymousId;
  if (type !== "alias") {
    const nobody = userId.value === null && anonymousId.value === null;
    if (nobody) return wrong("userId", "missing: give userId or anonymousId");
    return { ok: true, value: { userId: userId.value, anonymousId: anonymousId.value, previousId: null } };
  }
  const previousId = readingAt("previousId", readIdentifier(raw.previousId));
  if (!previousId.ok) return previousId;
  if (userId.value === null) return wrong("userId", "missing: alias needs the new identifier");
  if (previousId.value === null) return wrong("previousId", "missing: alias needs the identifier before");
  return { ok: true, value: { userId: userId.value, anonymousId: null, previousId: previousId.value } };
}

function readKey(raw: unknown, { sourceId, newId }: Reception): FieldReading<string> {
  if (raw !== undefined && raw !== null && typeof raw !== "string") return wrong("messageId", "not a text");
  if (typeof raw === "string" && raw.length > MAX_MESSAGE_ID)
    return wrong("messageId", `longer than ${MAX_MESSAGE_ID} characters`);
  return { ok: true, value: eventKey(sourceId, raw || newId()) };
}

/** 128 bits of SHA-256, in hex. */
const eventKey = (sourceId: number, messageId: string): string =>
  hash("sha256", `${sourceId}\0${messageId}`, "hex").slice(0, 32);

type What = Pick<TrackedEvent, "name" | "properties" | "profile" | "order">;
const NOTHING: What = { name: "", properties: null, profile: null, order: null };

function readWhat(raw: PlainObject, type: Call, reception: Reception): FieldReading<What> {
  if (type === "alias") return { ok: true, value: NOTHING };
  if (type === "group") return readGroup(raw);
  if (type === "identify") {
    const profile = readProfile(raw.traits, raw.context, reception.readPhone);
    return profile.ok ? { ok: true, value: { ...NOTHING, profile: profile.value } } : profile;
  }
  if (type === "track" && raw.event === ORDER_COMPLETED) {
    const order = readOrder(raw.properties, reception.companyCurrency);
    return order.ok ? { ok: true, value: { ...NOTHING, name: ORDER_COMPLETED, order: order.value } } : order;
  }
  const name = type === "track" ? readEventName(raw.event) : readName("name", raw.name ?? raw.category ?? "");
  return name.ok ? withProperties(name.value, "properties", raw.properties) : name;
}

function readGroup(raw: PlainObject): FieldReading<What> {
  const groupId = readingAt("groupId", readIdentifier(raw.groupId));
  if (!groupId.ok) return groupId;
  if (groupId.value === null) return wrong("groupId", "missing: name the group");
  return withProperties(withoutAddresses(groupId.value), "traits", raw.traits);
}

function withProperties(name: string, field: string, raw: unknown): FieldReading<What> {
  const read = keepProperties(raw, field);
  if (!read.ok) return read;
  const properties = read.value === null ? null : JSON.stringify(read.value);
  return { ok: true, value: { ...NOTHING, name, properties } };
}

function readEventName(raw: unknown): FieldReading<string> {
  if (raw === undefined || raw === null) return wrong("event", "missing: name what happened");
  const read = readName("event", raw);
  return read.ok && read.value.trim() === "" ? wrong("event", "blank: name what happened") : read;
}

function readName(field: string, raw: unknown): FieldReading<string> {
  if (typeof raw !== "string") return wrong(field, "not a text");
  if (raw.length > MAX_NAME) return wrong(field, `longer than ${MAX_NAME} characters`);
  if (/\0|\p{Cs}/u.test(raw)) return wrong(field, "holds a character that cannot be kept");
  return { ok: true, value: withoutAddresses(raw) };
}
