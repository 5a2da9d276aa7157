import { headerOf, type MimeHeader, type MimePart, parseMime, textOf } from "./mime-part";

/** A mail as somebody would read it. Parts that are not there are empty. */
export type ReadMail = {
  subject: string;
  from: string;
  to: string;
  messageId: string;
  /** in order, unfolded and decoded */
  headers: MimeHeader[];
  html: string;
  text: string;
};

/**
 * Reads the mails that our own mailer makes: text and HTML in multiparts, quoted-printable or base64.
 * What it cannot read it leaves out; it never throws. `raw` holds one character a byte (latin1).
 */
export function readMail(raw: string): ReadMail {
  const mail = parseMime(raw);
  const found = { html: "", text: "" };
  collect(mail, found);
  return {
    subject: headerOf(mail, "subject"),
    from: headerOf(mail, "from"),
    to: headerOf(mail, "to"),
    messageId: headerOf(mail, "message-id").replace(/^<|>$/g, ""),
    headers: [...mail.headers],
    ...found,
  };
}

function collect(part: MimePart, found: { html: string; text: string }): void {
  for (const inner of part.parts) collect(inner, found);
  if (!part.type.startsWith("text/")) return;
  const kind = part.type === "text/html" ? "html" : "text";
  if (found[kind] === "") found[kind] = textOf(part).trimEnd();
}
