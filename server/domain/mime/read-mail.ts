/** A mail as somebody would read it. Parts that are not there are empty. */
export type ReadMail = {
  subject: string;
  from: string;
  to: string;
  messageId: string;
  /** in order, unfolded and decoded */
  headers: { name: string; value: string }[];
  html: string;
  text: string;
};

type Part = { headers: ReadMail["headers"]; body: string };

/** Multiparts inside multiparts, at most. */
const DEEPEST = 5;

/**
 * Reads the mails that our own mailer makes: text and HTML in multiparts, quoted-printable or base64, UTF-8.
 * What it cannot read it leaves out; it never throws. `raw` holds one character a byte (latin1).
 */
export function readMail(raw: string): ReadMail {
  const mail = splitPart(raw);
  const found = { html: "", text: "" };
  collect(mail, found, 0);
  const first = (name: string) => headerOf(mail, name);
  return {
    subject: first("subject"),
    from: first("from"),
    to: first("to"),
    messageId: first("message-id").replace(/^<|>$/g, ""),
    headers: mail.headers,
    ...found,
  };
}

function collect(part: Part, found: { html: string; text: string }, depth: number): void {
  const type = headerOf(part, "content-type").toLowerCase();
  if (type.startsWith("multipart/")) {
    const boundary = /boundary="?([^";]+)"?/i.exec(headerOf(part, "content-type"))?.[1];
    if (boundary === undefined || depth >= DEEPEST) return;
    for (const inner of partsOf(part.body, boundary)) collect(splitPart(inner), found, depth + 1);
    return;
  }
  const kind = type.startsWith("text/html") ? "html" : "text";
  const isText = type === "" || type.startsWith("text/");
  if (isText && found[kind] === "") found[kind] = decodeBody(part);
}

const headerOf = (part: Part, name: string): string =>
  part.headers.find((header) => header.name.toLowerCase() === name)?.value ?? "";

function splitPart(raw: string): Part {
  const end = /\r?\n\r?\n/.exec(raw);
  const head = end === null ? raw : raw.slice(0, end.index);
  const body = end === null ? "" : raw.slice(end.index + end[0].length);
  const headers = head
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)
    .flatMap((line) => {
      const colon = line.indexOf(":");
      return colon < 1
        ? []
        : [{ name: line.slice(0, colon).trim(), value: decodeWords(line.slice(colon + 1).trim()) }];
    });
  return { headers, body };
}

function partsOf(body: string, boundary: string): string[] {
  const pieces = `\n${body}`.split(`\n--${boundary}`);
  return pieces
    .slice(1)
    .flatMap((piece) =>
      piece.startsWith("--") ? [] : [piece.replace(/^[ \t]*\r?\n/, "").replace(/\r$/, "")],
    );
}

function decodeBody(part: Part): string {
  const encoding = headerOf(part, "content-transfer-encoding").toLowerCase();
  const bytes =
    encoding === "base64"
      ? Buffer.from(part.body, "base64")
      : Buffer.from(encoding === "quoted-printable" ? unquote(part.body) : part.body, "latin1");
  return bytes.toString("utf8").replace(/\r\n/g, "\n").trimEnd();
}

const unquote = (body: string): string =>
  body
    .replace(/[ \t]+(?=\r?$)/gm, "")
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Encoded words of RFC 2047; white space between two of them does not count. */
const decodeWords = (value: string): string =>
  Buffer.from(value, "latin1")
    .toString("utf8")
    .replace(/(=\?[^?]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, "$1")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(text, "base64").toString("latin1")
        : unquote(text.replaceAll("_", " ")),
    )
    .replace(/[\u0080-\u00ff]{2,}/g, (bytes) => decodeUtf8(bytes));

/** Bytes that came out of encoded words, put together again; left alone where they are no UTF-8. */
function decodeUtf8(bytes: string): string {
  const text = Buffer.from(bytes, "latin1").toString("utf8");
  return text.includes("\ufffd") ? bytes : text;
}
