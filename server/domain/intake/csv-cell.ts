/** A cell that a spreadsheet would run as a formula, or read as the end of one: it gets an apostrophe before it. */
const RISKY = /^[=+\-@\t\r\n\0]/;

/** A value as a CSV cell that is harmless in a spreadsheet (OWASP, CSV injection) and quoted where it must be. */
export function csvCell(value: string | number): string {
  const text = typeof value === "number" ? String(value) : RISKY.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV lines, each with its end. */
export const csvLines = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
