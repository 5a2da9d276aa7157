import { decodeCharset, decodeTransfer } from "./decode-body";
import { decodeWords } from "./decode-words";

export type MimeHeader = { name: string; value: string };

/** One part of a mail, or a whole mail. `body` holds one character a byte (latin1), as it came. */
export type MimePart = {
  /** in order, unfolded and decoded */
  headers: readonly MimeHeader[];
  /** type and subtype in lower case; "text/plain" where none is given */
  type: string;
  body: string;
  /** the parts of a multipart; empty for other types and where the boundary cannot be found */
  parts: readonly MimePart[];
};

/** Multiparts inside multiparts, at most. */
const DEEPEST = 8;

/**
 * Takes a mail apart, as RFC 2045 and 2046 have it. Returned messages (message/rfc822) stay closed: they are a body. It
 * never throws; what it cannot take apart is a part without parts. `raw` holds one character a byte (latin1).
 */
export function parseMime(raw: string, depth = 0): MimePart {
  const { headers, body } = splitHead(raw);
  const contentType = firstValue(headers, "content-type");
  const type = /^[^\s;]+\/[^\s;]+/.exec(contentType)?.[0].toLowerCase() ?? "text/plain";
  const boundary = type.startsWith("multipart/") ? parameterOf(contentType, "boundary") : "";
  const pieces = boundary === "" || depth >= DEEPEST ? [] : piecesOf(body, boundary);
  return { headers, type, body, parts: pieces.map((piece) => parseMime(piece, depth + 1)) };
}

/** The first header of that name (given in lower case); "" where there is none. */
export const headerOf = (part: MimePart, name: string): string => firstValue(part.headers, name);

/** The body of a part as text, its transfer encoding and charset undone, with line feeds only. */
export function textOf(part: MimePart): string {
  const bytes = decodeTransfer(part.body, headerOf(part, "content-transfer-encoding"));
  return decodeCharset(bytes, parameterOf(headerOf(part, "content-type"), "charset")).replace(/\r\n?/g, "\n");
}

/** A parameter of a structured header, such as `boundary` of Content-Type; "" where it is not given. */
export function parameterOf(value: string, name: string): string {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"?|([^;\\s]+))`, "i").exec(value);
  return found?.[1] ?? found?.[2] ?? "";
}

const firstValue = (headers: readonly MimeHeader[], name: string): string =>
  headers.find((header) => header.name.toLowerCase() === name)?.value ?? "";

/**
 * Headers up to the first empty line. A line that is no header, as the first one of an mbox, is left out; a parameter on a
 * line of its own that is not indented, as some gateways write it, still belongs to its header.
 */
function splitHead(raw: string): { headers: MimeHeader[]; body: string } {
  const end = /(?:^|\n)\r?\n/.exec(raw);
  const head = end === null ? raw : raw.slice(0, end.index);
  const body = end === null ? "" : raw.slice(end.index + end[0].length);
  const headers = head
    .replace(/\r?\n[ \t]+|;[ \t]*\r?\n(?=[a-z-]+=)/gi, (fold) => (fold.startsWith(";") ? "; " : " "))
    .split(/\r?\n/)
    .flatMap((line) => {
      const found = /^([!-9;-~]+)[ \t]*:(.*)$/s.exec(line);
      return found === null ? [] : [{ name: found[1] ?? "", value: decodeWords((found[2] ?? "").trim()) }];
    });
  return { headers, body };
}

/** What stands between the lines of a boundary; a missing last line is forgiven. */
function piecesOf(body: string, boundary: string): string[] {
  const pieces: string[] = [];
  let from = -1;
  const mark = `--${boundary}`;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const line = /^(--)?[ \t]*(?:\r?\n|\r|$)/.exec(body.slice(at + mark.length, at + mark.length + 80));
    const isLineStart = at === 0 || body[at - 1] === "\n";
    if (line === null || !isLineStart) continue;
    if (from >= 0) pieces.push(body.slice(from, at).replace(/\r?\n$/, ""));
    from = line[1] === undefined ? at + mark.length + line[0].length : -1;
    if (from < 0) break;
  }
  if (from >= 0) pieces.push(body.slice(from));
  return pieces;
}
