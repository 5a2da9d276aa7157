/** Undoes a Content-Transfer-Encoding (RFC 2045 § 6). `body` holds one character a byte; an unknown encoding is none. */
export function decodeTransfer(body: string, encoding: string): Uint8Array {
  const kind = encoding.trim().toLowerCase();
  if (kind === "base64") return Buffer.from(body, "base64");
  return Buffer.from(kind === "quoted-printable" ? unquote(body) : body, "latin1");
}

/** Undoes quoted-printable; what is no hexadecimal after "=" stays. */
export const unquote = (body: string): string =>
  body
    .replace(/[ \t]+(?=\r?$)/gm, "")
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/**
 * Bytes as text. What is said to be ASCII, or of a charset that nobody knows, is read as UTF-8 where it is that and as
 * Windows-1252 where it is not (as the WHATWG Encoding Standard reads latin1).
 */
export function decodeCharset(bytes: Uint8Array, charset: string): string {
  const name = charset.trim().toLowerCase();
  const known = /^(?:us-)?ascii$|^$/.test(name) ? null : decoderOf(name);
  const decoder = known ?? new TextDecoder("utf-8", { ignoreBOM: true });
  const text = decoder.decode(bytes);
  if (decoder.encoding !== "utf-8" || !text.includes("\ufffd")) return text;
  return new TextDecoder("windows-1252").decode(bytes);
}

function decoderOf(name: string): TextDecoder | null {
  try {
    return new TextDecoder(name, { ignoreBOM: true });
  } catch {
    return null; // a RangeError: no such charset
  }
}
