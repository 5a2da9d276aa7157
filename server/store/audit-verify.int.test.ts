import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decisionLeaf } from "@/server/domain/decision-leaf";
import { appendDecisionBlock, appendEntries } from "./audit";
import { verifyAudit } from "./audit-verify";
import { type Database, openDatabase, type Sql } from "./database";
import { freshDatabase, type TestDatabase } from "./testing/test-database";

const at = new Date("2026-03-01T10:20:30.123Z");
let own: TestDatabase;
let database: Database;

beforeEach(async () => {
  own = await freshDatabase();
  database = openDatabase(own.appUrl, 4);
});
afterEach(async () => {
  await database.close();
  await own.drop();
});

const entry = (id: number) => ({
  actor: "user:1",
  action: "review.approve",
  entity: { type: "review", id: String(id) },
  data: { before: null, after: { ms: 41.5, note: 'quotes " and ünïcode' } },
});

async function decide(runId: number, chunk: number, customers: readonly number[]): Promise<void> {
  await database.bulk(async ({ sql }) => {
    const leaves: Buffer[] = [];
    for (const customerId of customers) {
      const trace = JSON.stringify({ score: 0.1 + customerId / 3 });
      await sql.rows("INSERT INTO run_audience VALUES ($1, $2, $3)", [runId, chunk, customerId]);
      await sql.rows(
        `INSERT INTO decisions (run_id, customer_id, chunk, campaign_id, at, segment, propensity, verdict, node, reasons)
         VALUES ($1, $2, $3, 7, $4, 'at-risk', $5, 'sent-on', 'record', '{a,b}')`,
        [runId, customerId, chunk, at, 1 / 3],
      );
      await sql.rows("INSERT INTO decision_traces VALUES ($1, $2, $3)", [runId, customerId, trace]);
      leaves.push(
        decisionLeaf({
          runId,
          customerId,
          chunk,
          campaignId: 7,
          atMs: at.getTime(),
          holdout: null,
          segmentor: null,
          segment: "at-risk",
          action: null,
          offerId: null,
          channel: null,
          variant: null,
          creativeId: null,
          propensity: 1 / 3,
          verdict: "sent-on",
          node: "record",
          reasons: ["a", "b"],
          sendAtMs: null,
          trace,
        }),
      );
    }
    await appendDecisionBlock(sql, at, { runId, chunk, leaves });
  });
}

async function chain(): Promise<void> {
  await database.transaction(({ sql }) => appendEntries(sql, at, [entry(1), entry(2), entry(3)]));
  await decide(1, 0, [5, 6, 7]);
  await decide(1, 1, [8, 9]);
  await database.bulk(({ sql }) => appendEntries(sql, at, [entry(4)]));
}

/** What only the owner of the tables could do, with the trigger out of the way. */
async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: own.ownerUrl });
  await client.connect();
  try {
    await client.query(
      "ALTER TABLE audit_entries DISABLE TRIGGER ALL; ALTER TABLE audit_blocks DISABLE TRIGGER ALL",
    );
    await client.query(statement);
  } finally {
    await client.end();
  }
}

describe("the audit chain", () => {
  test("verifies as it was written", async () => {
    await chain();
    expect(await verifyAudit(database)).toMatchObject({
      verified: true,
      blocks: 4,
      leaves: 9,
      broken: null,
    });
  });

  test.each([
    {
      what: "an entry's body edited",
      statement: "UPDATE audit_entries SET body = replace(body, '41.5', '40') WHERE n = 1",
      block: 1,
      leaf: 1,
    },
    {
      what: "an entry's column edited",
      statement: "UPDATE audit_entries SET actor = 'user:2' WHERE block = 4",
      block: 4,
      leaf: 0,
    },
    {
      what: "an entry deleted",
      statement: "DELETE FROM audit_entries WHERE block = 1 AND n = 2",
      block: 1,
      leaf: 2,
    },
    {
      what: "two entries swapped",
      statement: "UPDATE audit_entries SET n = 9 - n WHERE block = 1 AND n < 2",
      block: 1,
      leaf: 0,
    },
    {
      what: "an entry added to no block",
      statement: "UPDATE audit_entries SET block = 9 WHERE block = 4",
      block: 4,
      leaf: 0,
    },
    {
      what: "a decision edited",
      statement: "UPDATE decisions SET verdict = 'blocked' WHERE customer_id = 6",
      block: 2,
      leaf: 1,
    },
    {
      what: "a propensity edited in its last digit",
      statement: "UPDATE decisions SET propensity = 0.3333333333333334 WHERE customer_id = 8",
      block: 3,
      leaf: 0,
    },
    {
      what: "a trace edited",
      statement: "UPDATE decision_traces SET trace = trace || ' ' WHERE customer_id = 9",
      block: 3,
      leaf: 1,
    },
    {
      what: "a decision deleted",
      statement: "DELETE FROM decisions WHERE customer_id = 5",
      block: 2,
      leaf: 0,
    },
    {
      what: "a decision added",
      statement: `INSERT INTO decisions (run_id, customer_id, chunk, campaign_id, at, verdict, node) VALUES (1, 99, 0, 7, now(), 'sent-on', 'record')`,
      block: 0,
      leaf: null,
    },
    { what: "a block deleted", statement: "DELETE FROM audit_blocks WHERE seq = 2", block: 3, leaf: null },
    {
      what: "a block's time edited",
      statement: "UPDATE audit_blocks SET at = at + interval '1 ms' WHERE seq = 2",
      block: 2,
      leaf: null,
    },
  ])("shows $what", async ({ statement, block, leaf }) => {
    await chain();
    await asOwner(statement);
    expect(await verifyAudit(database)).toMatchObject({ verified: false, broken: { block, leaf } });
  });

  test("20 writers at once make one chain without a fork", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        database.bulk(({ sql }) => appendEntries(sql, at, [entry(i), entry(i)])),
      ),
    );
    expect(await verifyAudit(database)).toMatchObject({ verified: true, blocks: 20, leaves: 40 });
  });

  test("20 writers at once without the lock make forks, or lose what they had to write", async () => {
    // a mutant: the same code, but the lock is never taken, and the key that would refuse a second block is gone
    await asOwner("ALTER TABLE audit_blocks DROP CONSTRAINT audit_blocks_pkey");
    await asOwner("ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_pkey");
    const unlocked = (sql: Sql): Sql => ({
      rows: async (text, params) => {
        if (text.includes("pg_advisory_xact_lock")) return [];
        const rows = await sql.rows(text, params);
        if (text.includes("FROM audit_blocks")) await wait(5);
        return rows as never;
      },
    });
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        database.bulk(({ sql }) => appendEntries(unlocked(sql), at, [entry(i)])),
      ),
    );
    const [forks] = await database.sql.rows<{ n: number }>(
      "SELECT count(*)::int AS n FROM (SELECT 1 FROM audit_blocks GROUP BY prev_hash HAVING count(*) > 1) forked",
    );
    expect(forks?.n).toBeGreaterThan(0);
    expect((await verifyAudit(database)).verified).toBe(false);
  });

  test("names the row that does not fit", async () => {
    await chain();
    await asOwner("UPDATE decisions SET propensity = 0.9 WHERE customer_id = 7");
    expect((await verifyAudit(database)).broken).toEqual({
      block: 2,
      leaf: 2,
      what: "changed, moved or added: decision 1-7",
    });
  });

  test("is verified as of one instant, while others append", async () => {
    await chain();
    let isWriting = true;
    const writer = (async () => {
      for (let i = 0; isWriting; i++) await database.bulk(({ sql }) => appendEntries(sql, at, [entry(i)]));
    })();
    const reports = [];
    for (let i = 0; i < 20; i++) reports.push((await verifyAudit(database)).verified);
    isWriting = false;
    await writer;
    expect(reports).toEqual(Array(20).fill(true));
  });

  test("the app's role cannot grant itself anything", async () => {
    await database.sql.rows("GRANT ALL ON audit_entries TO touchline_app"); // a warning, and no effect
    await expect(database.sql.rows("DELETE FROM audit_entries")).rejects.toThrow(/permission denied/);
  });

  test.each([
    "UPDATE audit_entries SET actor = 'x'",
    "DELETE FROM audit_blocks",
    "TRUNCATE audit_entries",
    "ALTER TABLE audit_entries DISABLE TRIGGER ALL",
    "SET session_replication_role = replica",
    "DROP TABLE audit_blocks",
    "ALTER TABLE audit_entries OWNER TO touchline_app",
    "UPDATE decisions SET verdict = 'held'",
    "DELETE FROM decision_traces",
    "UPDATE decision_traces SET trace = ''",
    "DELETE FROM consents",
    "TRUNCATE decisions, decision_traces CASCADE",
    "INSERT INTO audit_blocks SELECT * FROM audit_blocks ON CONFLICT (seq) DO UPDATE SET root = ''",
    "MERGE INTO audit_entries e USING audit_entries s ON e.block = s.block WHEN MATCHED THEN DELETE",
    "SELECT 1 FROM audit_entries FOR UPDATE",
    "DROP TRIGGER append_only ON audit_entries",
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$",
    "CREATE RULE quiet AS ON INSERT TO audit_entries DO INSTEAD NOTHING",
    "ALTER TABLE audit_blocks RENAME TO other_blocks",
    "SET ROLE touchline_owner",
    "COPY audit_entries TO PROGRAM 'cat'",
    "DELETE FROM pg_trigger",
  ])("the app's role may not: %s", async (statement) => {
    await chain();
    await expect(database.sql.rows(statement)).rejects.toThrow(
      /permission denied|must be owner|must be member/,
    );
  });
});
