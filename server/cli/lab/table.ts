import { openCsv, UnreadableFile } from "@/server/store/intake-csv";
import { BadInput } from "./bad-input";

/** A file as columns of text: `cells[c][r]` is row r of column c; what a row lacks is "". */
export type Table = {
  file: string;
  header: readonly string[];
  cells: readonly (readonly string[])[];
  rows: number;
};

/** Reads a CSV file with a header, plain or gzipped, any usual separator. A file that cannot be read is BadInput. */
export async function readTable(file: string): Promise<Table> {
  try {
    return await readColumns(file);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new BadInput(file, `line ${error.line}: ${error.message}`);
    if (error instanceof Error && "code" in error) throw new BadInput(file, `cannot be read (${error.code})`);
    throw error;
  }
}

async function readColumns(file: string): Promise<Table> {
  const csv = await openCsv(file);
  let header: string[] | null = null;
  let cells: string[][] = [];
  let rows = 0;
  for await (const { cells: row } of csv.rows) {
    if (header === null) {
      header = row.map((name) => name.trim());
      cells = header.map(() => []);
      continue;
    }
    for (const [index, column] of cells.entries()) column.push(row[index] ?? "");
    rows++;
  }
  if (header === null || rows === 0) throw new BadInput(file, "holds no rows below a header");
  return { file, header, cells, rows };
}

/** A column by its name, whatever its case. An unknown one is BadInput that lists those there are. */
export function columnOf(table: Table, flag: string, name: string): readonly string[] {
  const at = indexOf(table, name);
  const column = table.cells[at];
  if (column === undefined)
    throw new BadInput(flag, `there is no column "${name}"; there are ${table.header.join(", ")}`);
  return column;
}

/** The column that a flag names, or else the first of the usual names; null where there is none. */
export function foundColumn(
  table: Table,
  flag: string,
  given: string | null,
  usual: readonly string[],
): readonly string[] | null {
  if (given !== null) return columnOf(table, `--${flag}`, given);
  const plain = table.header.map(plainName);
  const at = usual.map((name) => plain.indexOf(plainName(name))).find((index) => index >= 0);
  return at === undefined ? null : (table.cells[at] ?? null);
}

/** The same, where the command cannot do without it. */
export function neededColumn(
  table: Table,
  flag: string,
  given: string | null,
  usual: readonly string[],
): readonly string[] {
  const column = foundColumn(table, flag, given, usual);
  if (column !== null) return column;
  throw new BadInput(
    `--${flag}`,
    `name the column; it is none of ${usual.join(", ")} in ${table.header.join(", ")}`,
  );
}

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

function indexOf({ header }: Table, name: string): number {
  const exact = header.indexOf(name);
  return exact >= 0 ? exact : header.findIndex((one) => one.toLowerCase() === name.toLowerCase());
}
