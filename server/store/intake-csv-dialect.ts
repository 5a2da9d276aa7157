export const DELIMITERS = [",", ";", "\t", "|"] as const;
export const ENCODINGS = ["utf-8", "utf-16le", "windows-1252"] as const;

export type Dialect = { delimiter: (typeof DELIMITERS)[number]; encoding: (typeof ENCODINGS)[number] };

export const SAMPLE_BYTES = 64 * 1024;

/** Encoding and separator of a text by its beginning: of the separators, the one that its first line has most of. */
export function dialectOf(sample: Buffer): Dialect {
  const encoding = encodingOf(sample);
  const header = firstLine(new TextDecoder(encoding).decode(sample));
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  const delimiter = DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
  return { delimiter, encoding };
}

function encodingOf(sample: Buffer): Dialect["encoding"] {
  if (sample[0] === 0xff && sample[1] === 0xfe) return "utf-16le";
  try {
    // the end may be half a character
    new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** What stands before the first line break, without what is quoted. */
function firstLine(text: string): string {
  const unquoted = text.replace(/"(?:[^"]|"")*"/g, "");
  return unquoted.split(/\r\n|\n|\r/).find((line) => line.trim() !== "") ?? "";
}
