/** One field that differs between two versions of a document. `undefined`: it is not there on that side. */
export type FieldChange = { path: string; before: unknown; after: unknown };

type Fields = Record<string, unknown>;

/**
 * What changed between two JSON documents, field by field, in the order of the newer one.
 *
 * A path reads as people say it: `review.graceMinutes`, `offers[ten-percent].value`. Lists of things that carry an
 * `id` are compared by it, so that a moved offer is no change of every offer; other lists are one field.
 */
export function diff(before: unknown, after: unknown, path = ""): FieldChange[] {
  if (isSame(before, after)) return [];
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  if (was === null || is === null || was.kind !== is.kind) return [{ path, before, after }];
  const names = new Set([...Object.keys(is.fields), ...Object.keys(was.fields)]);
  const changes = [...names].flatMap((name) =>
    diff(was.fields[name], is.fields[name], join(path, name, is.kind)),
  );
  // the same things in another order
  return changes.length > 0
    ? changes
    : [{ path: `${path}[order]`, before: Object.keys(was.fields), after: Object.keys(is.fields) }];
}

type Kind = "fields" | "list";

function fieldsOf(value: unknown): { kind: Kind; fields: Fields } | null {
  if (value === null || typeof value !== "object") return null;
  if (!Array.isArray(value)) return { kind: "fields", fields: value as Fields };
  const named = value.map((item: unknown) => [idOf(item), item] as const);
  if (named.length === 0 || named.some(([id]) => id === null)) return null;
  return { kind: "list", fields: Object.fromEntries(named) };
}

const idOf = (item: unknown): string | null =>
  item !== null && typeof item === "object" && "id" in item && typeof item.id === "string" ? item.id : null;

function join(path: string, name: string, kind: Kind): string {
  if (kind === "list") return `${path}[${name}]`;
  return path === "" ? name : `${path}.${name}`;
}

/** Equal as JSON; keys may come in any order, as jsonb keeps its own. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [a as Fields, b as Fields];
  const names = Object.keys(x);
  return (
    names.length === Object.keys(y).length && names.every((name) => name in y && isSame(x[name], y[name]))
  );
}
