import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { CopyRate } from "./copy-rate";

/**
 * How fast PostgreSQL takes the stored events when nothing else has to be done: they are read out in the order in which
 * they came, then copied as one statement, with a commit, into an empty twin with the same columns, indices and months.
 */
export async function copyEventsRate(ownerUrl: string): Promise<CopyRate> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await makeTwin(client);
    const pieces: Buffer[] = [];
    const collect = new Writable({
      write(piece: Buffer, _encoding, done) {
        pieces.push(piece);
        done();
      },
    });
    const inOrder = "SELECT * FROM events ORDER BY received_at, key";
    await pipeline(client.query(copyTo(`COPY (${inOrder}) TO STDOUT`)), collect);
    const started = performance.now();
    await pipeline(pieces, client.query(copyFrom("COPY events_twin FROM STDIN")));
    const seconds = (performance.now() - started) / 1000;
    const { rows } = await client.query<{ n: number; bytes: number }>(
      `SELECT (SELECT count(*) FROM events_twin)::int AS n, sum(pg_total_relation_size(inhrelid))::float8 AS bytes
       FROM pg_inherits WHERE inhparent = 'events_twin'::regclass`,
    );
    const { n = 0, bytes = 0 } = rows[0] ?? {};
    return { rows: n, seconds, rowsPerSecond: Math.round(n / seconds), bytes };
  } finally {
    await client.end();
  }
}

async function makeTwin(client: pg.Client): Promise<void> {
  await client.query("CREATE TABLE events_twin (LIKE events INCLUDING ALL) PARTITION BY RANGE (at)");
  const { rows } = await client.query<{ name: string; bounds: string }>(
    `SELECT c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS bounds
     FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'events'::regclass`,
  );
  for (const { name, bounds } of rows)
    await client.query(`CREATE TABLE ${name}_twin PARTITION OF events_twin ${bounds}`);
}
