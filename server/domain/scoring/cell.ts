const MISSING = new Set(["", "na", "n/a", "null", "nan", "?", "#n/a", "inf", "-inf"]);
/** An amount as people write it: a currency's sign before it, commas between thousands, a per cent sign behind. */
const AMOUNT = /^[-+]?[$€£]?\s?\d{1,3}(?:,?\d{3})*(?:\.\d+)?\s?%?$/;
const DATE =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?$/;

/** Missing among numbers; among words they may be a word like others. */
const NONE = new Set(["none", "nil"]);

/** Whether a cell says that its value is not known: empty, NA, null, NaN, a question mark and the like. */
export function isMissing(cell: string): boolean {
  if (cell === "") return true;
  const word = cell.trim().toLowerCase();
  return MISSING.has(word) || NONE.has(word);
}

/** The same among words, where "none" is one of them. */
export const isMissingWord = (cell: string): boolean => cell === "" || MISSING.has(cell.trim().toLowerCase());

/** The number that a cell holds; NaN where it holds none. */
export function numberOf(cell: string): number {
  const value = Number(cell);
  if (Number.isFinite(value)) return cell.trim() === "" ? Number.NaN : value;
  const text = cell.trim();
  return AMOUNT.test(text) ? Number(text.replace(/[$€£,%\s]/g, "")) : Number.NaN;
}

/** A date, with or without a time of day, year first (ISO 8601 and its usual neighbours), in days since 1970; NaN where it is none. */
export function daysOf(cell: string): number {
  const found = DATE.exec(cell.trim());
  if (found === null) return Number.NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 86_400_000;
}
