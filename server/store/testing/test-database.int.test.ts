import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "./test-database";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function ask(connectionString: string, statement: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

test("the database is migrated and empty", async () => {
  const tables = await ask(database.ownerUrl, "SELECT 1 FROM pg_tables WHERE schemaname = 'public'");
  expect(tables.length).toBeGreaterThan(1);
  expect(await ask(database.appUrl, "SELECT count(*)::int AS n FROM customers")).toEqual([{ n: 0 }]);
});

test("the app's role owns nothing and cannot make anything", async () => {
  expect(
    await ask(database.ownerUrl, "SELECT 1 FROM pg_class WHERE relowner = 'touchline_app'::regrole"),
  ).toEqual([]);
  await expect(ask(database.appUrl, "CREATE TABLE mine (a int)")).rejects.toThrow(/permission denied/);
  await expect(ask(database.appUrl, "SELECT 1 FROM _prisma_migrations")).rejects.toThrow(/permission denied/);
});

test("two databases share nothing", async () => {
  const other = await freshDatabase();
  await ask(other.ownerUrl, "CREATE TABLE only_here (a int)");
  expect(await ask(database.ownerUrl, "SELECT to_regclass('only_here') AS found")).toEqual([{ found: null }]);
  await other.drop();
});
