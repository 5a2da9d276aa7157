import pg from "pg";

export type Tx = pg.PoolClient;

const INT8 = 20;

/** A pool whose bigint columns are numbers: sequences here stay far below 2^53. */
export function openPool(connectionString: string, onError: (error: Error) => void): pg.Pool {
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid: number, format?: "text" | "binary") =>
      oid === INT8 ? Number : pg.types.getTypeParser(oid, format),
  };
  const pool = new pg.Pool({ connectionString, max: 8, types, application_name: "touchline-engine" });
  // The pool listens to its idle connections only; one that breaks between two statements would end the process.
  pool.on("connect", (client) => client.on("error", onError));
  pool.on("error", () => undefined);
  return pool;
}

export async function transaction<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const tx = await pool.connect();
  let broken: Error | undefined;
  try {
    await tx.query("BEGIN");
    const result = await work(tx);
    await tx.query("COMMIT");
    return result;
  } catch (error) {
    await tx.query("ROLLBACK").catch((reason: Error) => {
      broken = reason;
    });
    throw error;
  } finally {
    tx.release(broken);
  }
}

const TRANSIENT = /^(08|57P0|53|40001|40P01)/;
/** What `pg` says without a code; "not queryable" is a connection that broke between two statements. */
const CONNECTION =
  /connection (is )?(terminated|ended|closed)|not queryable|timeout exceeded when trying to connect/i;
const NETWORK = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"]);

/** Whether the database was away, restarting or chose this transaction as a deadlock's victim: the same work may succeed later. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (CONNECTION.test(error.message)) return true;
  const code = "code" in error ? String(error.code) : "";
  return NETWORK.has(code) || TRANSIENT.test(code);
}

/**
 * Does `work` on each row, a hundred to a transaction. When one row fails, its hundred is repeated row by row,
 * so that a bad row harms only itself; `onFailure` is told. Transient errors are thrown.
 */
export async function eachInTransaction<Row>(
  pool: pg.Pool,
  rows: readonly Row[],
  work: (tx: Tx, row: Row) => Promise<void>,
  onFailure: (row: Row, error: unknown) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += 100) {
    const part = rows.slice(start, start + 100);
    try {
      await transaction(pool, async (tx) => {
        for (const row of part) await work(tx, row);
      });
    } catch (error) {
      if (isTransient(error)) throw error;
      await oneByOne(pool, part, work, onFailure);
    }
  }
}

async function oneByOne<Row>(
  pool: pg.Pool,
  rows: readonly Row[],
  work: (tx: Tx, row: Row) => Promise<void>,
  onFailure: (row: Row, error: unknown) => Promise<void>,
): Promise<void> {
  for (const row of rows)
    try {
      await transaction(pool, (tx) => work(tx, row));
    } catch (error) {
      if (isTransient(error)) throw error;
      await onFailure(row, error);
    }
}
