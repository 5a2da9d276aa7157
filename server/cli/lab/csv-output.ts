import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { csvLines } from "@/server/domain/intake/csv-cell";
import { BadInput } from "./bad-input";

type Row = readonly (string | number | null)[];

const ROWS_AT_ONCE = 5000;

/** Writes a table as CSV, a missing value as an empty cell. A file that cannot be written is BadInput of `--out`. */
export async function writeCsv(
  file: string,
  header: readonly string[],
  rows: number,
  rowAt: (i: number) => Row,
) {
  const chunks = function* () {
    yield csvLines([header]);
    for (let first = 0; first < rows; first += ROWS_AT_ONCE) {
      const count = Math.min(ROWS_AT_ONCE, rows - first);
      yield csvLines(Array.from({ length: count }, (_, i) => rowAt(first + i).map((cell) => cell ?? "")));
    }
  };
  try {
    await pipeline(Readable.from(chunks()), createWriteStream(file));
  } catch (error) {
    if (error instanceof Error && "code" in error)
      throw new BadInput("--out", `${file} cannot be written (${error.code})`);
    throw error;
  }
}
