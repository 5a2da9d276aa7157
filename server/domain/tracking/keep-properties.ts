import { verdictOnKey } from "./personal-key";
import {
  type EventProblem,
  type FieldReading,
  isPlainObject,
  type PlainObject,
  wrong,
} from "./tracked-event";

/** Deeper than any real property; recursive code behind us would run out of stack. */
const MAX_DEPTH = 32;

/** Characters that make a text worth a closer look: NUL, halves of surrogate pairs, and what addresses contain. */
const NOTABLE = /[\0@%\ud800-\udfff]/;
const LONE_SURROGATE = /\p{Cs}/u;
const ADDRESS = /[\w.+-]{1,64}(?:@|%40)[\w-]+(?:\.[\w-]+)+/gi;

/** A walk under way: where it is, and what it found wrong. */
type Walk = { path: string[]; found: EventProblem | null };

/**
 * The properties of an event as they are stored. Names that hold personal data are left out, and addresses in texts and
 * links are replaced by `[email]`; everything else stays exactly as it was.
 *
 * Refused are keys that name prototypes, nesting beyond 32 levels, numbers beyond a double, and texts that PostgreSQL
 * cannot keep. `field` says where the properties are, for the reason.
 */
export function keepProperties(raw: unknown, field: string): FieldReading<PlainObject | null> {
  if (raw === undefined || raw === null) return { ok: true, value: null };
  if (!isPlainObject(raw)) return wrong(field, "not an object");
  const walk: Walk = { path: [field], found: null };
  const value = kept(raw, walk);
  // the walk gives an object for an object
  return walk.found === null ? { ok: true, value: value as PlainObject } : { ok: false, ...walk.found };
}

/** What speaks against an event as a whole, whatever it holds beside what we read; null: nothing. */
export function problemInside(raw: unknown): EventProblem | null {
  const walk: Walk = { path: [], found: null };
  kept(raw, walk);
  return walk.found;
}

/** A text as it is stored: without addresses. */
export const withoutAddresses = (text: string): string =>
  text.includes("@") || text.includes("%40") ? text.replace(ADDRESS, "[email]") : text;

/** The value itself where nothing had to go, else a copy without it. */
function kept(value: unknown, walk: Walk): unknown {
  if (typeof value === "string") return NOTABLE.test(value) ? keptText(value, walk) : value;
  if (typeof value === "number" && !Number.isFinite(value)) return stop(walk, "a number that is too large");
  if (typeof value !== "object" || value === null) return value;
  if (walk.path.length > MAX_DEPTH) return stop(walk, `nested deeper than ${MAX_DEPTH} levels`);
  return Array.isArray(value) ? keptList(value, walk) : keptObject(value, walk);
}

function keptText(text: string, walk: Walk): string | undefined {
  if (text.includes("\0")) return stop(walk, "a text holds the character NUL");
  if (LONE_SURROGATE.test(text)) return stop(walk, "a text holds half of a surrogate pair");
  return withoutAddresses(text);
}

function keptList(list: readonly unknown[], walk: Walk): unknown {
  let changed: unknown[] | null = null;
  for (let i = 0; i < list.length && walk.found === null; i++) {
    const item = keptAt(String(i), list[i], walk);
    if (item === list[i]) continue;
    changed ??= [...list];
    changed[i] = item;
  }
  return changed ?? list;
}

function keptObject(object: object, walk: Walk): unknown {
  const values = object as Record<string, unknown>; // JSON.parse made it
  let changed: Record<string, unknown> | null = null;
  for (const key in values) {
    const verdict = verdictOnKey(key);
    if (verdict.problem !== null) return stop(walk, verdict.problem);
    const value = verdict.personal ? undefined : keptAt(key, values[key], walk);
    if (walk.found !== null) return undefined;
    if (value === values[key]) continue;
    changed ??= { ...values };
    changed[key] = value; // JSON leaves out what is undefined
  }
  return changed ?? object;
}

function keptAt(key: string, value: unknown, walk: Walk): unknown {
  walk.path.push(key);
  const result = kept(value, walk);
  walk.path.pop();
  return result;
}

/** Notes the first thing that is wrong, and where. */
function stop(walk: Walk, reason: string): undefined {
  walk.found ??= { field: pathOf(walk.path), reason };
}

/** Keys come from outside: only plain ones are repeated, and only the beginning of a long path. */
const pathOf = (path: readonly string[]): string =>
  path
    .slice(0, 6)
    .map((key) => (/^[\w$-]{1,40}$/.test(key) ? key : "?"))
    .join(".") || "event";
