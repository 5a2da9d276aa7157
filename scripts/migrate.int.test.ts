import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/server/store/testing/test-database";
import { migrate } from "./migrate.mjs";
import { withClient } from "./postgres/roles.mjs";

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  if (folder) rmSync(folder, { recursive: true });
  folder = mkdtempSync(path.join(tmpdir(), "touchline-migrations-"));
  await ask("DELETE FROM _prisma_migrations; DROP TABLE IF EXISTS a, b");
});
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (statement: string) =>
  withClient(database.ownerUrl, async (client) => (await client.query(statement)).rows);
const commit = (name: string, sql: string) => {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
};
const run = () => migrate(database.ownerUrl, { folder });

test("each file is applied once, in order, and recorded", async () => {
  commit("2_b", "CREATE TABLE b (a int REFERENCES a (id))");
  commit("1_a", "CREATE TABLE a (id int PRIMARY KEY)");
  expect(await run()).toEqual(["1_a", "2_b"]);
  expect(await run()).toEqual([]);
  expect(await ask("SELECT migration_name, applied_steps_count FROM _prisma_migrations ORDER BY 1")).toEqual([
    { migration_name: "1_a", applied_steps_count: 1 },
    { migration_name: "2_b", applied_steps_count: 1 },
  ]);
});

test("two at once apply each file once", async () => {
  commit("1_a", "CREATE TABLE a (id int PRIMARY KEY); SELECT pg_sleep(0.2)");
  const answers = await Promise.all([run(), run()]);
  expect(answers.flat()).toEqual(["1_a"]);
});

test("a file that fails leaves nothing, says the line, and may be repaired", async () => {
  commit("1_a", "CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE b (a nonsense);");
  await expect(run()).rejects.toThrow(/1_a: type "nonsense" does not exist \(line 2\)/);
  expect(await ask("SELECT to_regclass('a') AS a, count(*)::int AS n FROM _prisma_migrations")).toEqual([
    { a: null, n: 0 },
  ]);
  commit("1_a", "CREATE TABLE a (id int PRIMARY KEY)");
  expect(await run()).toEqual(["1_a"]);
});

test("a file edited after it was applied is refused, and so is a newer database", async () => {
  commit("1_a", "CREATE TABLE a (id int PRIMARY KEY)");
  await run();
  commit("1_a", "CREATE TABLE a (id bigint PRIMARY KEY)");
  await expect(run()).rejects.toThrow("1_a was edited");
  rmSync(path.join(folder, "1_a"), { recursive: true });
  await expect(run()).rejects.toThrow("newer version");
});
