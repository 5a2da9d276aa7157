import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

const TRIES = 3;

/** Rows a second of raw COPY, the median of three tries. */
export type CopyRate = { rows: number; seconds: number; rowsPerSecond: number; bytes: number };

/**
 * How fast PostgreSQL takes rows of a table when nothing else has to be done: they are read out, then copied as one
 * statement, with a commit, into an empty twin with the same columns, defaults, constraints, indices and partitions. As
 * the owner, since the twin has to be made. `which` picks the rows and puts them in the order in which they came.
 */
export async function copyRate(ownerUrl: string, table: string, which: string): Promise<CopyRate> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const twin = `${table}_twin`;
    await client.query(`DROP TABLE IF EXISTS ${twin}`);
    await makeTwin(client, table, twin);
    const lines = await readOut(client, `SELECT * FROM ${table} ${which}`);
    const tries: number[] = [];
    for (let i = 0; i < TRIES; i++) tries.push(await copyInto(client, twin, lines));
    const seconds = tries.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? 0;
    const { rows } = await client.query<{ n: number; bytes: number }>(
      `SELECT (SELECT count(*) FROM ${twin})::int AS n,
         pg_total_relation_size('${twin}')::float8 + (
           SELECT coalesce(sum(pg_total_relation_size(inhrelid)), 0)::float8 FROM pg_inherits
           WHERE inhparent = '${twin}'::regclass
         ) AS bytes`,
    );
    await client.query(`DROP TABLE ${twin}`);
    const { n = 0, bytes = 0 } = rows[0] ?? {};
    return { rows: n, seconds, rowsPerSecond: Math.round(n / seconds), bytes };
  } finally {
    await client.end();
  }
}

async function makeTwin(client: pg.Client, table: string, twin: string): Promise<void> {
  const { rows } = await client.query<{ key: string | null; name: string | null; bounds: string }>(
    `SELECT pg_get_partkeydef(t.oid) AS key, c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS bounds
     FROM pg_class t LEFT JOIN pg_inherits i ON i.inhparent = t.oid LEFT JOIN pg_class c ON c.oid = i.inhrelid
     WHERE t.oid = '${table}'::regclass`,
  );
  const key = rows[0]?.key ?? null;
  const partitioned = key === null ? "" : ` PARTITION BY ${key}`;
  await client.query(`CREATE TABLE ${twin} (LIKE ${table} INCLUDING ALL)${partitioned}`);
  for (const { name, bounds } of rows)
    if (name !== null) await client.query(`CREATE TABLE ${name}_twin PARTITION OF ${twin} ${bounds}`);
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
