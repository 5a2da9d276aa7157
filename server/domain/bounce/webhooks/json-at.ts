export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What lies at the end of a path of fields; undefined where there is none. */
export function jsonAt(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (!isObject(found)) return undefined;
    found = found[name];
  }
  return found;
}

/** The same as text; a number is written out, anything else is "". */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = jsonAt(value, ...path);
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
}

/** The same as a list; what is none is an empty one. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = jsonAt(value, ...path);
  return Array.isArray(found) ? found : [];
}
