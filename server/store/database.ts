import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Prisma } from "@/generated/prisma/client";
import { PrismaClient } from "@/generated/prisma/client";
import { Changes } from "./changes";

// int8 as number: ids and minor units stay far below 2^53
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
});

/** Plain SQL on a pool, one connection or a transaction: rows in, rows out. */
export type Sql = { rows<Row>(text: string, params?: readonly unknown[]): Promise<Row[]> };

/** A transaction for single-row changes: Prisma and SQL on the same connection. */
export type Tx = { prisma: Prisma.TransactionClient; sql: Sql };

/** A transaction for bulk work: one raw connection, for COPY and unnest. */
export type Bulk = { client: pg.PoolClient; sql: Sql };

export type Database = {
  prisma: PrismaClient;
  pool: pg.Pool;
  sql: Sql;
  /** Commits when the work returns, rolls back when it throws. */
  transaction<Out>(work: (tx: Tx) => Promise<Out>): Promise<Out>;
  bulk<Out>(work: (bulk: Bulk) => Promise<Out>): Promise<Out>;
  /** what other processes and this one change, as it happens */
  changes: Changes;
  close(): Promise<void>;
};

const sqlOn = (queryable: Pick<pg.Pool, "query"> | pg.PoolClient): Sql => ({
  async rows<Row>(text: string, params: readonly unknown[] = []) {
    const result = await queryable.query(text, [...params]);
    return result.rows as Row[];
  },
});

/** Prisma sends and reads instants without their offset: a server with a zone of its own would shift them by it. */
const IN_UTC = "-c TimeZone=UTC";

/** A server that does not answer must not keep its callers for ever; nor may a pool whose connections are all taken. */
const CONNECT_MS = 30_000;

const ignore = (): void => undefined;

/**
 * Opens the database with the app's role. `size` is the number of raw connections; Prisma keeps as many of its own.
 * `commits` is "quick" where whatever a crash loses is made again as a whole: nobody waits for the disk.
 */
export function openDatabase(url: string, size = 8, commits: "durable" | "quick" = "durable"): Database {
  const config = {
    connectionString: url,
    max: size,
    options: commits === "quick" ? `${IN_UTC} -c synchronous_commit=off` : IN_UTC,
    connectionTimeoutMillis: CONNECT_MS,
  };
  const pool = new pg.Pool(config);
  // an idle connection that the server closes must not end the process; the next query opens another
  pool.on("error", ignore);
  const prisma = new PrismaClient({ adapter: new PrismaPg(config) });
  const { max: _max, ...single } = config;
  const changes = new Changes(single);

  return {
    prisma,
    pool,
    sql: sqlOn(pool),
    changes,
    transaction: (work) =>
      prisma.$transaction(
        (tx) =>
          work({ prisma: tx, sql: { rows: (text, params = []) => tx.$queryRawUnsafe(text, ...params) } }),
        { maxWait: 10_000, timeout: 60_000 },
      ),
    async bulk(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      // lost between two queries: the next one says so, and the process lives on
      client.on("error", ignore);
      try {
        await client.query("BEGIN");
        const out = await work({ client, sql: sqlOn(client) });
        await client.query("COMMIT");
        return out;
      } catch (error) {
        await client.query("ROLLBACK").catch((lost: Error) => {
          broken = lost;
        });
        throw error;
      } finally {
        client.off("error", ignore);
        client.release(broken);
      }
    },
    async close() {
      await changes.close();
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
