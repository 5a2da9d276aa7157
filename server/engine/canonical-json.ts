/**
 * JSON with sorted keys and no spaces: the text that both sides sign.
 *
 * Values that JSON cannot hold (undefined, functions) are left out of objects and null in arrays, as JSON.stringify does.
 * Source: RFC 8785 (JCS). JSON.stringify already writes numbers and strings as the RFC asks.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined && typeof member !== "function")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}
