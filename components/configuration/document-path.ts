/** A settings document while it is edited: plain JSON. The server parses it before anything is stored. */
export type Document = { readonly [key: string]: unknown };

const isDocument = (value: unknown): value is Document =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands at a dotted path; undefined where nothing does. */
export function valueAt(document: Document, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, key) => (isDocument(value) ? value[key] : undefined), document);
}

/** A copy with another value at a dotted path. */
export function withValue(document: Document, path: string, value: unknown): Document {
  const [key = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...document, [key]: value };
  const inner = document[key];
  return { ...document, [key]: withValue(isDocument(inner) ? inner : {}, rest.join("."), value) };
}
