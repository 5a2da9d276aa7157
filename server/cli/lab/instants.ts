import { DATE_ORDERS, type DateOrder, instantNamed } from "@/server/domain/intake/instant";
import { DAY_MS } from "@/server/domain/time";
import { BadInput } from "./bad-input";
import type { Flags } from "./flags";

const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SLASHED = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}(?!\d)/;

/** The options of every command that reads dates. */
export const DATE_OPTIONS = { "date-order": { type: "string" } } as const;

/**
 * Instants of a column in some rows, in epoch milliseconds, on UTC's clock where they name no zone: ISO 8601, `2011-12-09 12:50`,
 * `20111209`, `12/9/2011 12:50`, epoch seconds or milliseconds. The order of day and month is the one of the flag, else the
 * only one that reads every cell.
 */
export function readInstants(
  column: readonly string[],
  name: string,
  flags: Flags,
  rows: Int32Array,
): Float64Array {
  const dateOrder = flags.has("date-order")
    ? flags.oneOf("date-order", DATE_ORDERS, "ymd")
    : orderOf(column, name);
  const known = new Map<string, number>();
  return Float64Array.from(rows, (row) => {
    const text = column[row] ?? "";
    const read = known.get(text) ?? instantOf(text, dateOrder);
    if (read === null)
      throw new BadInput(name, `row ${row + 1} says ${JSON.stringify(text)}, which is no date`);
    known.set(text, read);
    return read;
  });
}

/** The day that an instant is on, counted from 1970-01-01 on UTC's clock. */
export const dayOf = (atMs: number): number => Math.floor(atMs / DAY_MS);

/** A flag that must name a day, as its number since 1970-01-01. */
export function neededDay(flags: Flags, flag: string): number {
  const text = flags.needed(flag);
  const at = instantOf(text, "ymd");
  if (at === null || at % DAY_MS !== 0)
    throw new BadInput(`--${flag}`, `must be a day such as 2011-12-09, not ${JSON.stringify(text)}`);
  return dayOf(at);
}

function instantOf(text: string, dateOrder: DateOrder): number | null {
  const compact = COMPACT.exec(text.trim());
  const plain = compact === null ? text : `${compact[1]}-${compact[2]}-${compact[3]}`;
  return instantNamed(plain, { timeZone: "UTC", dateOrder });
}

function orderOf(column: readonly string[], name: string): DateOrder {
  let isSlashed = false;
  let largestFirst = 0;
  let largestSecond = 0;
  for (const text of column) {
    const parts = SLASHED.exec(text.trim());
    if (parts === null) continue;
    isSlashed = true;
    largestFirst = Math.max(largestFirst, Number(parts[1]));
    largestSecond = Math.max(largestSecond, Number(parts[2]));
  }
  if (!isSlashed) return "ymd";
  if (largestFirst > 12) return "dmy";
  if (largestSecond > 12) return "mdy";
  throw new BadInput("--date-order", `say dmy or mdy: the dates in ${name} may be read either way`);
}
