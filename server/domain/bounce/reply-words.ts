/** Links to these say by themselves that a block list is meant. */
const LISTS = /spamhaus|spamcop|sorbs|uceprotect|barracudacentral|abuseat/i;

/** How much of a text is read, in UTF-16 units: servers say why at once. */
const LONGEST = 4000;

/**
 * A server's words in a form that rules can be written for: lower case, one space, no links, no codes in the middle, a
 * mail address as "@", a server's number as "ip", "not" written out. Addresses and links go because a local part such as
 * "spam" is no reason.
 */
export function replyWords(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize("NFKC")
    .replace(/\b(?:https?|ftp|mailto):\S+|\bwww\.\S+/gi, (link) => ` ${LISTS.exec(link)?.[0] ?? ""} `)
    .replace(/<?[^\s<>@"'()[\],;:=]+@[^\s<>@"'()[\],;:=]+>?/g, " @ ")
    .replace(/<\s*@\s*>/g, " @ ")
    .replace(/\[?\b127(?:\.\d{1,3}){3}\]?/g, " localhost ")
    .replace(/\[?(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)\]?/g, " ip ")
    .replaceAll("_", " ")
    .replace(/\b[245]\d\d[- ]#?[245]\.\d{1,3}\.\d{1,3}\b/g, " ")
    .replace(/\b[245]\d\d-/g, " ")
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/\bcan(?:'t|not)\b/g, "can not")
    .replace(/\bwon't\b/g, "will not")
    .replace(/n't\b/g, " not")
    .replace(/\s+/g, " ")
    .trim();
}
