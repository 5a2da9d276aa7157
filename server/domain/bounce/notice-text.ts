import { type MimePart, textOf } from "../mime/mime-part";

/** How mail servers announce the message that they return. */
const RETURNED =
  /^[^\w\n]*(?:this is a copy of|below (?:this line )?is (?:a|the) copy|(?:the )?(?:original|returned|undelivered|unsent|failed|bounced) (?:message|mail)(?: (?:follows|headers?|header section|is attached|below|text).*)?\W*$|original message headers|message headers? follow|(?:the )?headers? of (?:the|your) (?:original )?message|the header of the original message|start of returned message|text of (?:your )?message follows|unsent message|message (?:text|contents?) follows?|included is a copy|forwarded message|original mail info)/im;
/** Two headers of a mail in a row, the first one that of a beginning. */
const HEADERS =
  /\n(?:return-path|received|x-originating-ip|message-id|from|date|mime-version):.*(?:\n[ \t].*)*\n[a-z-]+: /i;

/** How much of a notice is read, in characters. */
const LONGEST = 16_000;

/** What a report says to a person, without the message that it returns. */
export function noticeText(mail: MimePart): string {
  const parts = leavesBeforeReturned(mail);
  const plain = parts.filter(({ type }) => type !== "text/html").map(textOf);
  const texts = plain.some((text) => text.trim() !== "")
    ? plain
    : parts.map((part) => withoutTags(textOf(part)));
  return withoutReturned(texts.join("\n\n").slice(0, 4 * LONGEST)).slice(0, LONGEST);
}

/** The text parts up to the message that is returned. A multipart that cannot be taken apart is text. */
function leavesBeforeReturned(mail: MimePart): MimePart[] {
  const leaves: MimePart[] = [];
  const visit = (part: MimePart): boolean => {
    if (part.parts.length > 0) return part.parts.every(visit);
    if (/^message\/(?:rfc822|global)|^text\/rfc822-headers/.test(part.type)) return false;
    if (/^text\/|^multipart\//.test(part.type)) leaves.push(part);
    return true;
  };
  visit(mail);
  return leaves;
}

function withoutReturned(text: string): string {
  const ends = [RETURNED.exec(text)?.index, HEADERS.exec(text)?.index].filter(
    (at) => at !== undefined && at > 0,
  );
  return ends.length === 0 ? text : text.slice(0, Math.min(...ends.map(Number)));
}

const NAMED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  nbsp: " ",
  "#39": "'",
};

const withoutTags = (html: string): string =>
  html
    .replace(/<(?:style|script|head)\b[\s\S]*?<\/(?:style|script|head)>/gi, " ")
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]*>/gi, "\n")
    .replace(/<\/?[a-z!][^>]*>/gi, " ")
    .replace(/&(lt|gt|amp|quot|nbsp|#39);/g, (_, name: string) => NAMED[name] ?? " ");
