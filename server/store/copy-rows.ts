import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** One value in PostgreSQL's text format of COPY, unescaped. */
type Field = string | number | null;

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char) : text;

/** One row as a line of COPY's text format. */
export function copyLine(fields: readonly Field[]): string {
  const texts: (string | number)[] = [];
  for (const field of fields) {
    if (field === null) texts.push("\\N");
    else texts.push(typeof field === "number" ? field : escaped(field));
  }
  // a join gives one flat text; adding piece by piece leaves a tree for the collector
  return `${texts.join("\t")}\n`;
}

/** A text[] literal. */
export const textArray = (texts: readonly string[]): string =>
  texts.length === 0 ? "{}" : `{${texts.map((text) => `"${text.replace(/[\\"]/g, "\\$&")}"`).join(",")}}`;

/** Sends lines to a table by COPY. `target` is the table with its columns. Nothing to send: nothing is asked. */
export async function copyRows(
  client: pg.ClientBase,
  target: string,
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return;
  const stream = client.query(copyFrom(`COPY ${target} FROM STDIN`));
  stream.end(lines.join(""));
  await finished(stream);
}
