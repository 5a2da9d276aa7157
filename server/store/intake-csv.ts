import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { PassThrough, pipeline, type Readable, Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse";
import { ShortenCells } from "./intake-csv-cells";
import { type Dialect, dialectOf, SAMPLE_BYTES } from "./intake-csv-dialect";

/** Rows with longer cells are refused: nothing that we keep is longer. */
export const MAX_CELL_CHARS = 64_000;
/** Cells are cut after so many bytes that what is left of them is still too long, whatever the characters. */
const CUT_BYTES = 4 * MAX_CELL_CHARS + 4;
/** A row of many long cells is no row of a table. */
const MAX_RECORD_BYTES = 4_000_000;
/** Text compresses to a tenth or a twentieth; a bomb to a thousandth. */
const MAX_RATIO = 200;
const BOMB_BYTES = 100_000_000;

export type CsvRow = { /** where the row begins, counted from 1 */ line: number; cells: string[] };

/** The file cannot be read beyond `line`; rows before it were given out. */
export class UnreadableFile extends Error {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(reason);
  }
}

export type CsvFile = {
  dialect: Dialect;
  /** the header first; throws UnreadableFile where the file ends in the middle of a quoted cell or is no text */
  rows: AsyncIterable<CsvRow>;
  /** how many bytes of the file have been read so far */
  bytesRead(): number;
  close(): void;
};

/** Opens a CSV file, plain or gzipped, in UTF-8, UTF-16 or Windows-1252; separator and encoding are found out unless given. */
export async function openCsv(file: string, given: Partial<Dialect> = {}): Promise<CsvFile> {
  const gzipped = await isGzipped(file);
  const dialect = { ...(await dialectOf(await sampleOf(file, gzipped))), ...given };
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  let fatal: CsvError | null = null;
  const parser = parse({
    bom: true,
    delimiter: dialect.delimiter,
    info: true,
    max_record_size: MAX_RECORD_BYTES,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // an error that is thrown would take the rows before it along
    skip_records_with_error: true,
    on_skip: (error) => {
      fatal ??= error ?? null;
    },
  });
  const steps = [
    source,
    ...(gzipped ? [createGunzip(), bombGuard(() => source.bytesRead)] : []),
    ...(dialect.encoding === "utf-8" ? [] : [recode(dialect.encoding)]),
    new ShortenCells(dialect.delimiter, CUT_BYTES),
    parser,
  ];
  // errors of any step end the parser, and reach the reader of its rows
  pipeline(steps, () => undefined);
  return {
    dialect,
    rows: rowsOf(parser, () => fatal),
    bytesRead: () => source.bytesRead,
    close: () => source.destroy(),
  };
}

type Parsed = { record: string[]; info: { lines: number } };

async function* rowsOf(parser: Readable, fatal: () => CsvError | null): AsyncGenerator<CsvRow> {
  let line = 0;
  let rows = 0;
  try {
    for await (const parsed of parser) {
      if (rows === fatal()?.records) break;
      const { record, info } = parsed as Parsed; // what the parser gives with `info`
      rows++;
      line = info.lines - breaksIn(record);
      yield { line, cells: record };
    }
  } catch (error) {
    throw unreadable(error, line);
  }
  const error = fatal();
  if (error !== null) throw unreadable(error, line);
}

/** Line breaks inside quoted cells: a row's number is that of its first line. */
function breaksIn(record: readonly string[]): number {
  let breaks = 0;
  for (const cell of record) if (cell.includes("\n")) breaks += cell.split("\n").length - 1;
  return breaks;
}

function unreadable(error: unknown, line: number): unknown {
  if (error instanceof CsvError) {
    const quote = error.code === "CSV_QUOTE_NOT_CLOSED";
    return new UnreadableFile(line + 1, quote ? "a quote is opened and never closed" : "the row is too long");
  }
  if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))
    return new UnreadableFile(line + 1, "the compressed file is damaged");
  return error instanceof Bomb ? new UnreadableFile(line + 1, error.message) : error;
}

class Bomb extends Error {}

function bombGuard(bytesIn: () => number): Transform {
  let bytesOut = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytesOut += chunk.length;
      const bomb = bytesOut > BOMB_BYTES && bytesOut > MAX_RATIO * bytesIn();
      done(bomb ? new Bomb(`the file expands more than ${MAX_RATIO} times`) : null, chunk);
    },
  });
}

function recode(encoding: Dialect["encoding"]): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, decoder.decode(chunk, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
}

async function isGzipped(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

/** The beginning of the text, to learn its encoding and separator from. A damaged archive gives what could be read. */
async function sampleOf(file: string, gzipped: boolean): Promise<Buffer> {
  const source = createReadStream(file, { end: SAMPLE_BYTES - 1 });
  const text = pipeline(source, gzipped ? createGunzip() : new PassThrough(), () => undefined);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of text) {
      chunks.push(chunk as Buffer);
      bytes += chunks.at(-1)?.length ?? 0;
      if (bytes >= SAMPLE_BYTES) break;
    }
  } catch {
    // the sample ends in the middle of the archive, always
  }
  return Buffer.concat(chunks).subarray(0, SAMPLE_BYTES);
}
