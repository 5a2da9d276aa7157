import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvCell } from "@/server/domain/intake/csv-cell";
import { IMPORT_KINDS, importKinds } from "./kinds";
import { type ImportWorld, importWorld } from "./testing/import-world";

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld();
  await world.import("customers", "customer,email\n1,one@example.com\n");
});
afterAll(() => world.close());

/** What people and attackers type, besides anything at all. */
const ODD = [
  "1",
  "one@example.com",
  "2025-07-01",
  "granted",
  "withdrawn",
  "9.99",
  "-1",
  "undefined",
  "null",
  "NaN",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "%00",
  "\0",
  "a\0b",
  "\r\nBcc: x@example.com",
  "<script>alert(1)</script>",
  "'; DROP TABLE customers;--",
  "{{7*7}}",
  "=cmd|'/c calc'!A1",
  "Ω≈ç√∫˜µ≤≥÷",
  "​",
  "‫test‫",
  "👩🏽‍🚀",
  "Ṱ̺̺̕o͞",
  "\\",
  "\\N",
  "\\.",
  "{1,2}",
  "1e308",
  "99999999999999999999",
  "0x7f",
  "１２",
  "9999-12-31",
  "1970-01-01",
];
const cell = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: "binary", maxLength: 30 }), fc.constant(""));

test.each(IMPORT_KINDS)(
  "%s: whatever stands in the cells, the file is read to its end and every row accounted for",
  async (kind) => {
    const names = importKinds[kind].fields.map(({ name }) => name);
    const row = fc.array(cell, { minLength: names.length, maxLength: names.length });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (rows) => {
        const lines = [names, ...rows].map((cells) => cells.map((text) => quoted(text)).join(","));
        const done = await world.import(kind, `${lines.join("\n")}\n`);
        expect(done).toMatchObject({ state: "done", rows: rows.length, error: null });
        const { outside = 0 } = done.summary.counts ?? {};
        expect(done.accepted + done.rejected + outside).toBe(rows.length);
      }),
      { numRuns: 25 },
    );
  },
);

test("a cell that was neutralised for a spreadsheet comes back in as text", async () => {
  const name = "=1+1";
  await world.import("customers", `customer,first name\n7,${csvCell(name)}\n`);
  expect((await world.people()).get("7")?.firstName).toBe("'=1+1");
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
