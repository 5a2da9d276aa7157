/** A stretch of a text: words, or an address to follow. `at` is where it begins. */
export type LinkPart = { text: string; at: number; href: string | null };

const URL_PATTERN = /https?:\/\/[^\s<>"]+/g;
/** What ends a sentence or closes a bracket around an address is not part of it. */
const TRAILING = /[.,;:!?)\]}'’”]+$/;

/** Cuts a text into words and web addresses (http and https only), in order; joined again it is the text. */
export function linkParts(text: string): LinkPart[] {
  const parts: LinkPart[] = [];
  let done = 0;
  const add = (end: number, href: string | null) => {
    if (end > done) parts.push({ text: text.slice(done, end), at: done, href });
    done = Math.max(done, end);
  };
  for (const match of text.matchAll(URL_PATTERN)) {
    const url = match[0].replace(TRAILING, "");
    if (!URL.canParse(url)) continue;
    add(match.index, null);
    add(match.index + url.length, url);
  }
  add(text.length, null);
  return parts;
}
