import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { appendEntries } from "./audit";
import { verifyAudit } from "./audit-verify";
import { type Database, openDatabase } from "./database";
import { freshDatabase, type TestDatabase } from "./testing/test-database";

const at = new Date("2026-03-01T10:20:30.123Z");
let own: TestDatabase;
let database: Database;

beforeEach(async () => {
  own = await freshDatabase();
  const owner = new pg.Client({ connectionString: own.ownerUrl });
  await owner.connect();
  await owner.query(
    `ALTER DATABASE ${new URL(own.ownerUrl).pathname.slice(1)} SET TimeZone = 'Asia/Kolkata'`,
  );
  await owner.end();
  database = openDatabase(own.appUrl, 2);
});
afterEach(async () => {
  await database.close();
  await own.drop();
});

test("instants are the same by every way in and out, whatever zone the server keeps", async () => {
  const { id } = await database.prisma.campaign.create({
    data: {
      name: "x",
      goal: "win-back",
      state: "draft",
      holdoutShare: 0,
      createdAt: at,
      createdBy: "test",
      updatedAt: at,
    },
  });
  await database.transaction(({ sql }) =>
    sql.rows("UPDATE campaigns SET updated_at = $2 WHERE id = $1 AND created_at = $2", [id, at]),
  );
  await database.bulk(({ sql }) =>
    sql.rows("UPDATE campaigns SET first_sent_at = $2 WHERE id = $1 AND updated_at = $2", [id, at]),
  );
  const [row] = await database.sql.rows(
    `SELECT created_at AS a, updated_at AS b, first_sent_at AS c FROM campaigns WHERE created_at = '2026-03-01 10:20:30.123Z'`,
  );
  expect(row).toEqual({ a: at, b: at, c: at });
  expect(await database.prisma.campaign.findUnique({ where: { id } })).toMatchObject({
    createdAt: at,
    firstSentAt: at,
  });
  const [read] = await database.transaction(({ sql }) =>
    sql.rows("SELECT created_at AS a, $1::timestamptz AS b FROM campaigns", [at]),
  );
  expect(read).toEqual({ a: at, b: at });
});

test("the chain verifies, whoever appended", async () => {
  const entry = { actor: "user:1", action: "x", entity: { type: "y", id: "1" }, data: null };
  await database.transaction(({ sql }) => appendEntries(sql, at, [entry]));
  await database.bulk(({ sql }) => appendEntries(sql, at, [entry]));
  expect(await verifyAudit(database)).toMatchObject({ verified: true, blocks: 2 });
});
