import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

const TRIES = 3;

/** Rows a second of raw COPY, the median of three tries. */
export type CopyRate = { rows: number; seconds: number; rowsPerSecond: number; bytes: number };

/**
 * How fast PostgreSQL takes the rows of a table when nothing else has to be done: they are read out, then copied as one
 * statement, with a commit, into an empty twin with the same columns, defaults, constraints and indices. As the owner,
 * since the twin has to be made.
 */
export async function copyRate(ownerUrl: string, table: string, where = "true"): Promise<CopyRate> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const twin = `${table}_twin`;
    await client.query(`DROP TABLE IF EXISTS ${twin}`);
    await client.query(`CREATE TABLE ${twin} (LIKE ${table} INCLUDING ALL)`);
    const lines = await readOut(client, `SELECT * FROM ${table} WHERE ${where}`);
    const tries: number[] = [];
    for (let i = 0; i < TRIES; i++) tries.push(await copyInto(client, twin, lines));
    const seconds = tries.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? 0;
    const { rows } = await client.query<{ n: number; bytes: number }>(
      `SELECT count(*)::int AS n, pg_total_relation_size('${twin}')::float8 AS bytes FROM ${twin}`,
    );
    await client.query(`DROP TABLE ${twin}`);
    const { n = 0, bytes = 0 } = rows[0] ?? {};
    return { rows: n, seconds, rowsPerSecond: Math.round(n / seconds), bytes };
  } finally {
    await client.end();
  }
}

/** Seconds that one COPY into the emptied table takes. */
async function copyInto(client: pg.Client, table: string, lines: readonly Buffer[]): Promise<number> {
  await client.query(`TRUNCATE ${table}`);
  const started = performance.now();
  await pipeline(lines, client.query(copyFrom(`COPY ${table} FROM STDIN`)));
  return (performance.now() - started) / 1000;
}

async function readOut(client: pg.Client, query: string): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  const collect = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      done();
    },
  });
  await pipeline(client.query(copyTo(`COPY (${query}) TO STDOUT`)), collect);
  return pieces;
}
