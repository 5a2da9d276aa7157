/** Classes of SQLSTATE that blame the rows: cardinality, data, integrity, and limits such as that of an index entry. */
const THE_ROWS = /^(21|22|23|54)/;

/** Whether an error says that the database is away, overloaded or not what we expect, rather than that it would not take these rows. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (/^[0-9A-Z]{5}$/.test(code)) return !THE_ROWS.test(code);
  // Node's own (ECONNREFUSED), and those of `pg`, which have no code
  return /^E[A-Z]+$/.test(code) || /connection|timeout|\bpool\b/i.test(error.message);
}
