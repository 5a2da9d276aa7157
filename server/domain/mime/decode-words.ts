import { decodeCharset, decodeTransfer, unquote } from "./decode-body";

const ENCODED = /=\?([^?*\s]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/i;
const RUNS = new RegExp(`${ENCODED.source}(?:\\s*${ENCODED.source})*`, "gi");
const EACH = new RegExp(ENCODED.source, "gi");

/**
 * A header's value with its encoded words undone (RFC 2047); raw bytes are read as UTF-8 where they are that. White space
 * between two encoded words does not count, and a letter may be cut between two of the same charset. `value` holds one
 * character a byte (latin1).
 */
export function decodeWords(value: string): string {
  let text = "";
  let from = 0;
  for (const run of value.matchAll(RUNS)) {
    text += plain(value.slice(from, run.index)) + decodeRun(run[0]);
    from = run.index + run[0].length;
  }
  return text + plain(value.slice(from));
}

const plain = (value: string): string =>
  /[\u0080-\u00ff]/.test(value) ? decodeCharset(decodeTransfer(value, ""), "") : value;

function decodeRun(run: string): string {
  const words: { charset: string; bytes: Uint8Array }[] = [];
  for (const [, charset = "", kind = "", text = ""] of run.matchAll(EACH)) {
    const bytes =
      kind.toLowerCase() === "b"
        ? decodeTransfer(text, "base64")
        : decodeTransfer(unquote(text.replaceAll("_", " ")), "");
    const last = words.at(-1);
    if (last !== undefined && last.charset.toLowerCase() === charset.toLowerCase())
      last.bytes = Buffer.concat([last.bytes, bytes]);
    else words.push({ charset, bytes });
  }
  return words.map(({ charset, bytes }) => decodeCharset(bytes, charset)).join("");
}
