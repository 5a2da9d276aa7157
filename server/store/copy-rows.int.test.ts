import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyLine, copyRows, textArray } from "./copy-rows";
import { type Database, openDatabase } from "./database";
import { freshDatabase, type TestDatabase } from "./testing/test-database";

let home: TestDatabase;
let database: Database;

beforeAll(async () => {
  home = await freshDatabase();
  database = openDatabase(home.appUrl, 1);
});
afterAll(async () => {
  await database.close();
  await home.drop();
});

type Row = { id: number; text: string | null; share: number | null; codes: readonly string[] };

/** Copies rows into a table of this transaction and reads them back. */
const roundTrip = (rows: readonly Row[]): Promise<Row[]> =>
  database.bulk(async ({ client, sql }) => {
    await sql.rows(
      "CREATE TEMPORARY TABLE tried (id int, text text, share float8, codes text[]) ON COMMIT DROP",
    );
    const lines = rows.map(({ id, text, share, codes }) => copyLine([id, text, share, textArray(codes)]));
    await copyRows(client, "tried (id, text, share, codes)", lines);
    return sql.rows<Row>("SELECT * FROM tried ORDER BY id");
  });

// PostgreSQL's text holds anything but NUL; a lone surrogate is no text at all
const anyText = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\0", ""));

describe("what goes in by COPY", () => {
  test("comes out as it was: any text, any double, any list of texts", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            text: fc.option(
              fc.oneof(anyText, fc.constantFrom("\\N", "\\", "\t", "\n\r", "a\\tb", "{}", '"')),
            ),
            share: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)),
            codes: fc.array(fc.oneof(anyText, fc.constantFrom("", "NULL", "a,b", '"', "\\", "{x}"))),
          }),
          { maxLength: 20 },
        ),
        async (given) => {
          const rows = given.map((row, id) => ({ id, ...row }));
          expect(await roundTrip(rows)).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("nothing asks for nothing, and a bad line takes the whole transaction back", async () => {
    expect(await roundTrip([])).toEqual([]);
    const bad = database.bulk(({ client }) => copyRows(client, "tried_again (id)", ["1\n"]));
    await expect(bad).rejects.toThrow(/tried_again/);
    await expect(roundTrip([{ id: 1, text: "x", share: 0.1 + 0.2, codes: [] }])).resolves.toHaveLength(1);
  });
});
