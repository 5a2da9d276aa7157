/** What a written piece may take from elsewhere. Whatever else stands in braces is refused. */
export const MERGE_FIELDS = ["person.firstName", "offer.title", "offer.code", "company.name"] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

export type CopyPart = { literal: string } | { field: MergeField; fallback: string | null };

/** `{{ person.firstName }}` or `{{ person.firstName | default: "there" }}`: one filter, one plain text, no code. */
const FIELD = /\{\{\s*([a-z]+\.[A-Za-z]+)\s*(?:\|\s*default:\s*"([^"{}%\\<>&]{0,40})"\s*)?\}\}/g;
const LIQUID = /\{\{|\}\}|\{%|%\}/;

const isMergeField = (name: string): name is MergeField => (MERGE_FIELDS as readonly string[]).includes(name);

/** Cuts a text into words and merge fields; `null` where it holds Liquid that a written piece may not use. */
export function parseCopy(text: string): CopyPart[] | null {
  const parts: CopyPart[] = [];
  let end = 0;
  for (const match of text.matchAll(FIELD)) {
    const [whole, name = "", fallback] = match;
    if (!isMergeField(name)) return null;
    if (match.index > end) parts.push({ literal: text.slice(end, match.index) });
    parts.push({ field: name, fallback: fallback ?? null });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push({ literal: text.slice(end) });
  return parts.some((part) => "literal" in part && LIQUID.test(part.literal)) ? null : parts;
}

/** The Liquid of one merge field. */
export const liquidOf = (field: string, fallback: string | null): string =>
  fallback === null ? `{{ ${field} }}` : `{{ ${field} | default: "${fallback}" }}`;

/** A text that Liquid leaves as it is: its delimiters are taken apart. */
export const inert = (text: string): string =>
  text.replace(/\{(?=[{%])/g, "{ ").replace(/([}%])(?=\})/g, "$1 ");
