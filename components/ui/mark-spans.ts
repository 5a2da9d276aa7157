/** Words that a rule minds, why, and whether it blocks or only doubts. */
export type MarkedSpan = { text: string; label: string; tone: "block" | "hold" };

/** A tag with its attributes, or a comment; what lies between is text. */
const TAG = /<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>/g;
/** Elements whose text is never shown. */
const SILENT = /^<(style|script|title|head|textarea|noscript)\b/i;
const MERGE_FIELD = /\{\{.*?\}\}/;
/** What a merge field became. */
const FILLED_IN = ".{0,80}?";
const LOOKS = {
  block: "background:#fde3e6;color:#a11527;border-bottom:2px solid #d9394a",
  hold: "background:#fdf0d5;color:#7a4a00;border-bottom:2px solid #c98a12",
};

/**
 * Marks words in the shown text of an HTML mail, whatever their case. Tags, comments and styles stay as they are; words
 * that a tag cuts in two are not found. The result is still for a sandbox only.
 */
export function markSpans(html: string, spans: readonly MarkedSpan[]): string {
  const wanted = spans.filter(hasWords);
  if (wanted.length === 0) return html;
  let out = "";
  let at = 0;
  let silentUntil: string | null = null;
  for (const match of html.matchAll(TAG)) {
    const [tag] = match;
    const between = html.slice(at, match.index);
    out += silentUntil === null ? markText(between, wanted) : between;
    out += tag;
    at = match.index + tag.length;
    silentUntil = nextSilence(tag, silentUntil);
  }
  const rest = html.slice(at);
  return out + (silentUntil === null ? markText(rest, wanted) : rest);
}

function nextSilence(tag: string, until: string | null): string | null {
  if (until !== null) return tag.toLowerCase().startsWith(`</${until}`) ? null : until;
  return SILENT.exec(tag)?.[1]?.toLowerCase() ?? null;
}

function markText(text: string, spans: readonly MarkedSpan[]): string {
  const patterns = spans.map((span) => patternOf(escapeHtml(span.text)));
  return text.replace(new RegExp(patterns.join("|"), "gi"), (found) => {
    const span = spans[patterns.findIndex((one) => new RegExp(`^(?:${one})$`, "i").test(found))];
    const style = `${LOOKS[span?.tone ?? "block"]};border-radius:2px 2px 0 0`;
    return `<mark style="${style}" title="${escapeHtml(span?.label ?? "")}">${found}</mark>`;
  });
}

/** Where the same words stand in a plain text. */
export function findSpans(text: string, spans: readonly MarkedSpan[]) {
  return spans.filter(hasWords).flatMap((span) =>
    [...text.matchAll(new RegExp(patternOf(span.text), "gi"))].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
      tone: span.tone,
      label: span.label,
    })),
  );
}

const hasWords = ({ text }: MarkedSpan): boolean => text.split(MERGE_FIELD).join("").trim() !== "";

/** Rules read words before their merge fields are filled in, and write `15 %` for `15%`. */
const patternOf = (text: string): string =>
  text
    .split(MERGE_FIELD)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s*%/g, "\\s*%"))
    .join(FILLED_IN);

const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
