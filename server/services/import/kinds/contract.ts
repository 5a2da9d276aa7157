import type { ImportField } from "@/server/domain/intake/columns";
import type { DecimalMark } from "@/server/domain/intake/decimal";
import type { DateOrder } from "@/server/domain/intake/instant";
import type { AuditDraft } from "@/server/store/audit";
import type { Bulk } from "@/server/store/database";
import type { Vault } from "@/server/store/vault";

/** Why a row cannot be used, by field; an empty field speaks of the row as a whole. Reasons repeat no values. */
export type Fault = { field: string; reason: string };

/** How to read cells: the options of an import with the company's defaults filled in. */
export type Reader = {
  timeZone: string;
  currency: string;
  dateOrder: DateOrder;
  decimalMark: DecimalMark;
  wholeIds: boolean;
  /** the company's, for phone numbers without a country */
  country: string;
  nowMs: number;
  /** only rows from here (inclusive) to there (exclusive), epoch milliseconds */
  fromMs: number | null;
  untilMs: number | null;
};

/** The trimmed text of a field in a row; empty where no column is mapped to it. */
export type Cells = (field: string) => string;

/** What a row says; what is wrong with it; or null: it lies outside the chosen days. */
export type ReadRow<Row> = { row: Row } | { faults: Fault[] } | null;

export type Placed<Row> = { line: number; row: Row };
export type PlacedFault = Fault & { line: number };

/** What one batch did: rows that could not be written after all, counts for the summary, and what the audit keeps. */
export type Written = {
  faults: PlacedFault[];
  counts: Readonly<Record<string, number>>;
  audit?: readonly AuditDraft[];
};

/**
 * One transaction of one import, on a connection that the import keeps to its end: temporary tables are its memory.
 * `atMs` is the instant as of which the file speaks.
 */
export type Batch = { bulk: Bulk; vault: Vault; now: Date; importId: number; atMs: number; actor: string };

type Spec<Row> = {
  title: string;
  /** one sentence for the person who chooses a file */
  holds: string;
  fields: readonly ImportField[];
  /** What a row says. Pure. */
  read(cells: Cells, reader: Reader): ReadRow<Row>;
  /** Makes the temporary tables that later batches need. */
  prepare?(bulk: Bulk): Promise<void>;
  /** Writes rows: repeatable, and without effect for rows that are in already. */
  write(batch: Batch, rows: readonly Placed<Row>[]): Promise<Written>;
};

/** The rows of one file on their way in. */
export type Intake = {
  /** Reads a row and keeps it for the next `write`; otherwise answers its faults, or null outside the chosen days. */
  take(line: number, cells: Cells): Fault[] | null;
  /** How many rows are kept. */
  size(): number;
  prepare(bulk: Bulk): Promise<void>;
  /** Writes the rows that are kept. They stay, for another try, until `clear`. */
  write(batch: Batch): Promise<Written>;
  clear(): void;
};

/** A kind of file, all its phases in one place. */
export type ImportKind = {
  title: string;
  holds: string;
  fields: readonly ImportField[];
  open(reader: Reader): Intake;
};

/** Ties what a kind reads to what it writes, and hides the type of its rows. */
export function importKind<Row>({ title, holds, fields, read, prepare, write }: Spec<Row>): ImportKind {
  const open = (reader: Reader): Intake => {
    const rows: Placed<Row>[] = [];
    return {
      take(line, cells) {
        const result = read(cells, reader);
        if (result === null) return null;
        if ("faults" in result) return result.faults;
        rows.push({ line, row: result.row });
        return [];
      },
      size: () => rows.length,
      prepare: async (bulk) => prepare?.(bulk),
      write: (batch) => write(batch, rows),
      clear: () => void rows.splice(0),
    };
  };
  return { title, holds, fields, open };
}
