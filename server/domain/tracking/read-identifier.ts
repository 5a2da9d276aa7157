import { plainText } from "../intake/plain-text";
import { type Reading, refused, taken } from "../intake/reading";

const MAX_LENGTH = 200;

/** What programs send where they have no identifier. Taken for one, it would make one customer of everybody. */
const NOBODY = new Set([
  "null",
  "undefined",
  "none",
  "nil",
  "nan",
  "true",
  "false",
  "anonymous",
  "guest",
  "unknown",
  "[object object]",
  "0",
  "-1",
]);

/** The company's own number of a customer, or a device's. Null: none was given. */
export function readIdentifier(raw: unknown): Reading<string | null> {
  if (raw === undefined || raw === null || raw === "") return taken(null);
  const text = typeof raw === "number" && Number.isFinite(raw) ? String(raw) : raw;
  if (typeof text !== "string") return refused("not a text");
  const read = plainText(text, MAX_LENGTH);
  if (!read.ok) return read;
  if (read.value === "") return refused("blank");
  if (NOBODY.has(read.value.toLowerCase())) return refused("a word that stands for nobody");
  return read;
}
