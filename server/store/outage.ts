/** Classes of SQLSTATE that say nothing of the rows: connection, sign-in, catalogue, lost races, resources, operator, system. */
const NOT_THE_ROWS = /^(08|28|3D|40|53|55|57|58|XX)/;

/** Whether an error says that the database is away or overloaded, rather than that it would not take these rows. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  // Node's own (ECONNREFUSED), and those of `pg`, which have no code
  return (
    NOT_THE_ROWS.test(code) ||
    /^E[A-Z]+$/.test(code) ||
    (code === "" && /connection|timeout|\bpool\b/i.test(error.message))
  );
}
