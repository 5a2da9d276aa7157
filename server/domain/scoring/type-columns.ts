import { daysOf, isMissing, isMissingWord, numberOf } from "./cell";
import type { NumberColumn, TableColumn, WordColumn } from "./table-column";

/** A column of a table as text; what is missing is "" (or NA, null, NaN, ?). */
export type TextColumn = { name: string; cells: readonly string[] };

type ColumnKind = "number" | "date" | "word";
/** What kind each column is of, by its name. */
export type ColumnKinds = Readonly<Record<string, ColumnKind>>;

/** A column is one of numbers though some of its cells are words ("unknown"), when at most this share and so many words are. */
const STRAY_SHARE = 0.05;
const STRAY_WORDS = 3;
const WEEKDAYS = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];
const DAY_MS = 86_400_000;

/** Finds out which columns are numbers and which are dates (see cell.ts for how they may be written). */
export const kindsOf = (columns: readonly TextColumn[]): ColumnKinds =>
  Object.fromEntries(columns.map(({ name, cells }) => [name, kindOf(cells)]));

function kindOf(cells: readonly string[]): ColumnKind {
  if (isMostly(cells, numberOf)) return "number";
  return isMostly(cells, daysOf) ? "date" : "word";
}

/**
 * Columns of text as columns of numbers and words. A few words among numbers are missing values. A date becomes its day
 * since 1970, its weekday, its month and, where any has one, its hour. Columns without a kind are left out.
 */
export const typeColumns = (columns: readonly TextColumn[], kinds = kindsOf(columns)): TableColumn[] =>
  columns.flatMap((column) => typed(column, kinds[column.name]));

function typed(column: TextColumn, kind: ColumnKind | undefined): TableColumn[] {
  if (kind === undefined) return [];
  if (kind === "number") return [numbers(column, numberOf)];
  return kind === "date" ? calendar(column) : [words(column)];
}

/** NaN is missing. */
function numbers({ name, cells }: TextColumn, read: (cell: string) => number): NumberColumn {
  const values = new Float64Array(cells.length);
  for (const [row, cell] of cells.entries()) values[row] = isMissing(cell) ? Number.NaN : read(cell);
  return { kind: "number", name, values };
}

/** Levels stand in the order in which they first appear. */
function words({ name, cells }: TextColumn): WordColumn {
  const positions = new Map<string, number>();
  const codes = new Int32Array(cells.length).fill(-1);
  for (const [row, cell] of cells.entries()) {
    if (isMissingWord(cell)) continue;
    const level = cell.trim();
    const position = positions.get(level) ?? positions.size;
    if (position === positions.size) positions.set(level, position);
    codes[row] = position;
  }
  return { kind: "word", name, levels: [...positions.keys()], codes };
}

function isMostly(cells: readonly string[], read: (cell: string) => number): boolean {
  const strays = new Set<string>();
  const most = STRAY_SHARE * cells.length;
  let known = 0;
  let stray = 0;
  for (const cell of cells) {
    if (isMissing(cell)) continue;
    if (Number.isFinite(read(cell))) {
      known++;
      continue;
    }
    stray++;
    strays.add(cell.trim());
    if (strays.size > STRAY_WORDS || stray > most) return false;
  }
  return known > 0 && stray <= STRAY_SHARE * (known + stray);
}

function calendar(column: TextColumn): TableColumn[] {
  const days = numbers(column, daysOf);
  const part = (what: string, of: (day: number) => string) =>
    words({
      name: `${column.name} (${what})`,
      cells: Array.from(days.values, (day) => (Number.isNaN(day) ? "" : of(day))),
    });
  const parts: TableColumn[] = [
    days,
    part("weekday", (day) => WEEKDAYS[((Math.floor(day) % 7) + 7) % 7] ?? ""),
    part("month", (day) => String(new Date(day * DAY_MS).getUTCMonth() + 1)),
  ];
  const hours = days.values.map((day) => Math.floor((day - Math.floor(day)) * 24 + 1e-9));
  if (hours.some((hour) => hour > 0))
    parts.push({ kind: "number", name: `${column.name} (hour)`, values: hours });
  return parts;
}
