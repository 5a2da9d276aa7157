import type pg from "pg";
import { isWorthAnotherTry, RACE_ATTEMPTS } from "./customers-race";
import type { Bulk, Database, Sql } from "./database";

/** Two-part advisory locks: the first part says that the second is the number of an import. */
const IMPORT_LOCK = 7_468_021;

/**
 * A connection that belongs to one import until it ends: its temporary tables are the import's memory, and its lock
 * keeps a second reader of the same file away.
 */
export type ImportSession = {
  /** One transaction. It starts again when it lost a race: its work must be repeatable. */
  batch<Out>(work: (bulk: Bulk) => Promise<Out>): Promise<Out>;
  close(): void;
};

/** Null: somebody is reading this import already. */
export async function openImportSession(database: Database, importId: number): Promise<ImportSession | null> {
  const client = await database.pool.connect();
  const sql = sqlOn(client);
  const [lock] = await sql.rows<{ free: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS free", [
    IMPORT_LOCK,
    importId,
  ]);
  if (!lock?.free) {
    client.release();
    return null;
  }
  return {
    batch: (work) => retrying(() => transaction(client, () => work({ client, sql }))),
    // closing the connection gives back its lock and its temporary tables
    close: () => client.release(true),
  };
}

const sqlOn = (client: pg.PoolClient): Sql => ({
  async rows<Row>(text: string, params: readonly unknown[] = []) {
    const result = await client.query(text, [...params]);
    return result.rows as Row[]; // the caller names the columns of its own statement
  },
});

async function transaction<Out>(client: pg.PoolClient, work: () => Promise<Out>): Promise<Out> {
  await client.query("BEGIN");
  try {
    const out = await work();
    await client.query("COMMIT");
    return out;
  } catch (error) {
    // the connection may be gone: the first error is the one to tell
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function retrying<Out>(work: () => Promise<Out>): Promise<Out> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= RACE_ATTEMPTS || !isWorthAnotherTry(error)) throw error;
    }
  }
}
