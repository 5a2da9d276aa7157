import { guessMapping, type Mapping, type Positions, positionsOf } from "@/server/domain/intake/columns";
import { type CsvFile, type CsvRow, MAX_CELL_CHARS, openCsv } from "@/server/store/intake-csv";
import type { Cells, Fault, ImportKind } from "./kinds/contract";
import type { ImportOptions } from "./options";

/** A CSV file under the eyes of one kind: its header, which column holds what, and its rows. */
export type Table = {
  header: string[];
  mapping: Mapping;
  /** what keeps the file from being read: fields without a column, columns that do not exist */
  problems: string[];
  dialect: CsvFile["dialect"];
  rows: AsyncIterable<CsvRow>;
  /** A row's cells by field, or what is wrong with its shape. */
  cellsOf(row: CsvRow): Cells | Fault;
  bytesRead(): number;
  close(): void;
};

/** Opens a file and reads its header. `mapping` null: the columns are guessed from their names. */
export async function openTable(
  file: string,
  kind: ImportKind,
  options: ImportOptions,
  mapping: Mapping | null,
): Promise<Table> {
  const { delimiter, encoding } = options;
  const csv = await openCsv(file, {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
  });
  const rows = csv.rows[Symbol.asyncIterator]();
  const first = await rows.next();
  const header = first.done ? [] : first.value.cells.map((cell) => cell.trim());
  const chosen = mapping ?? guessMapping(header, kind.fields);
  const { positions, problems } = positionsOf(header, kind.fields, chosen);
  return {
    header,
    mapping: chosen,
    problems: header.length === 0 ? ["the file is empty"] : problems,
    dialect: csv.dialect,
    rows: { [Symbol.asyncIterator]: () => rows },
    cellsOf: ({ cells }) => shapeFault(cells, header) ?? cellsBy(positions, cells),
    bytesRead: csv.bytesRead,
    close: csv.close,
  };
}

function shapeFault(cells: readonly string[], header: readonly string[]): Fault | null {
  const extra = cells.slice(header.length).some((cell) => cell !== "");
  if (extra || cells.length < header.length)
    return { field: "", reason: `${cells.length} cells where the header has ${header.length}` };
  const long = cells.findIndex((cell) => cell.length > MAX_CELL_CHARS);
  return long === -1
    ? null
    : { field: header[long] ?? "", reason: `longer than ${MAX_CELL_CHARS} characters` };
}

const cellsBy =
  (positions: Positions, cells: readonly string[]): Cells =>
  (field) => {
    const at = positions.get(field);
    return at === undefined ? "" : (cells[at] ?? "").trim();
  };
