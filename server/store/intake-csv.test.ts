import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAX_CELL_CHARS, openCsv, UnreadableFile } from "./intake-csv";
import { ShortenCells } from "./intake-csv-cells";
import { dialectOf } from "./intake-csv-dialect";

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "touchline-csv-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function opened(content: string | Buffer) {
  const file = path.join(folder, `${files++}.csv`);
  await writeFile(file, content);
  return openCsv(file);
}

async function read(content: string | Buffer) {
  const rows = [];
  for await (const row of (await opened(content)).rows) rows.push(row);
  return rows;
}

const cells = async (content: string | Buffer) => (await read(content)).map((row) => row.cells);

describe("a CSV file", () => {
  const table = [
    ["a", "b"],
    ["1", "ü"],
  ];

  test.each([
    ["plain", "a,b\n1,ü\n"],
    ["without a last line break", "a,b\n1,ü"],
    ["with Windows line ends", "a,b\r\n1,ü\r\n"],
    ["with a byte order mark", "\ufeffa,b\n1,ü\n"],
    ["with semicolons", "a;b\n1;ü\n"],
    ["with tabs", "a\tb\n1\tü\n"],
    ["with empty lines", "a,b\n\n\n1,ü\n\n"],
    ["quoted", '"a","b"\n"1","ü"\n'],
    ["gzipped", gzipSync("a,b\n1,ü\n")],
    ["in Windows-1252", Buffer.from("a,b\n1,ü\n", "latin1")],
    ["in UTF-16", Buffer.from("\ufeffa,b\n1,ü\n", "utf16le")],
  ])("%s", async (_, content) => {
    expect(await cells(content)).toEqual(table);
  });

  test("quotes may hold separators, quotes and line breaks; a row's line is its first one", async () => {
    expect(await read('a,b\n"1\n2","say ""hi"", ok"\n3,4\n')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1\n2", 'say "hi", ok'] },
      { line: 4, cells: ["3", "4"] },
    ]);
  });

  test('a quote in the middle of a cell is a quote: 6" ruler', async () => {
    expect(await cells('a,b\n6" ruler,x\n')).toEqual([
      ["a", "b"],
      ['6" ruler', "x"],
    ]);
  });

  test("rows may be short or long", async () => {
    expect(await cells("a,b\n1\n1,2,3\n")).toEqual([["a", "b"], ["1"], ["1", "2", "3"]]);
  });

  test("a separator inside a quoted header does not count", () => {
    expect(dialectOf(Buffer.from('"one, two, three";b\n')).delimiter).toBe(";");
    expect(dialectOf(Buffer.from("single\n")).delimiter).toBe(",");
  });

  test.each(["x", "é", "🦊"])(
    "a cell of three million %s is cut and still too long, and the rows after it are read",
    async (char) => {
      const long = char.repeat(3_000_000);
      const rows = await cells(`a,b\n${long},1\n"${long}",2\n3,4\n`);
      const isLong = rows.map(([a = "", b]) => [a.length > MAX_CELL_CHARS, a.length < 300_000, b]);
      expect(isLong).toEqual([
        [false, true, "b"],
        [true, true, "1"],
        [true, true, "2"],
        [false, true, "4"],
      ]);
    },
  );

  test("a quote that is never closed ends the file at its line, with the rows before it", async () => {
    const rows: unknown[] = [];
    const reading = (async () => {
      for await (const { cells } of (await opened(`a,b\n1,2\n3,"4\n${"5,6\n".repeat(50_000)}`)).rows)
        rows.push(cells);
    })();
    await expect(reading).rejects.toThrow(UnreadableFile);
    await expect(reading).rejects.toMatchObject({ line: 3, message: "a quote is opened and never closed" });
    expect(rows).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  test("a row of many long cells ends the file at its line, with the rows before it", async () => {
    const wide = `${"y".repeat(250_000)},`.repeat(20);
    const rows: unknown[] = [];
    const reading = (async () => {
      for await (const { cells } of (await opened(`a,b\n1,2\n${wide}\n3,4\n`)).rows) rows.push(cells);
    })();
    await expect(reading).rejects.toMatchObject({ line: 3, message: "the row is too long" });
    expect(rows).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  test("a damaged archive is named", async () => {
    const half = gzipSync(Buffer.from("a,b\n1,2\n".repeat(100_000))).subarray(0, 400);
    await expect(cells(half)).rejects.toMatchObject({ message: "the compressed file is damaged" });
  });

  test("an archive that expands a thousandfold is named, after the rows before", async () => {
    const bomb = gzipSync(Buffer.alloc(120_000_000, `1,${"0".repeat(60_000)}\n`));
    let rows = 0;
    const reading = (async () => {
      for await (const _ of (await opened(bomb)).rows) rows++;
    })();
    await expect(reading).rejects.toMatchObject({ message: "the file expands more than 200 times" });
    expect(rows).toBeGreaterThan(0);
  }, 60_000);

  test("says how many of its bytes were read", async () => {
    const file = await opened(`a,b\n${"1,2\n".repeat(1000)}`);
    for await (const _ of file.rows);
    expect(file.bytesRead()).toBe(4004);
  });
});

test("shortening changes no text whose cells are short, in whatever pieces it comes", async () => {
  const piece = fc.constantFrom('"', ",", "\n", "\r\n", "a", "é", '""', "bc");
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      async (pieces, size) => {
        const text = Buffer.from(pieces.join(""));
        const shorten = new ShortenCells(",", 1000);
        for (let i = 0; i < text.length; i += size) shorten.write(Buffer.from(text.subarray(i, i + size)));
        shorten.end();
        const out: Buffer[] = [];
        for await (const chunk of shorten) out.push(chunk as Buffer);
        expect(Buffer.concat(out).equals(text)).toBe(true);
      },
    ),
  );
});
