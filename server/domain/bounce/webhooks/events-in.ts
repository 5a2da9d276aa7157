import { isObject, type JsonObject, jsonAt } from "./json-at";

/** Envelopes inside envelopes, at most: a queue's records, each a notification, each a list. */
const DEEPEST = 6;

/** Fields in which providers and queues put the events. */
const INSIDE = [
  ["Message"],
  ["Records"],
  ["Sns"],
  ["body"],
  ["detail"],
  ["event-data"],
  ["mandrill_events"],
  ["events"],
  ["msys"],
  ["message_event"],
  ["track_event"],
  ["unsubscribe_event"],
  ["gen_event"],
] as const;

/** The single events of a webhook's body: lists, and the envelopes of SNS, SQS, EventBridge and the providers, undone. */
export function eventsIn(value: unknown, depth = 0): JsonObject[] {
  if (depth > DEEPEST) return [];
  if (typeof value === "string") return eventsIn(parsed(value), depth + 1);
  if (Array.isArray(value)) return value.flatMap((one) => eventsIn(one, depth + 1));
  if (!isObject(value)) return [];
  for (const path of INSIDE) {
    const inner = jsonAt(value, ...path);
    const found = typeof inner === "object" || typeof inner === "string" ? eventsIn(inner, depth + 1) : [];
    if (found.length > 0) return found;
  }
  return [value];
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // a SyntaxError: text that only looks like it
  }
}
