import { existsSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "@/server/store/testing/test-database";
import { withClient } from "./postgres/roles.mjs";
import { openWorld } from "./worlds.mjs";

/** The database of a caller, who has it running and named in the environment. */
let callers: TestDatabase;
const tables = async () =>
  (
    await withClient(callers.ownerUrl, (client) =>
      client.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"),
    )
  ).rows.map(({ tablename }) => tablename);

beforeAll(async () => {
  callers = await freshDatabase();
  await withClient(callers.ownerUrl, (client) =>
    client.query(
      "DROP SCHEMA public, engine CASCADE; CREATE SCHEMA public; CREATE TABLE kept AS SELECT 7 AS n",
    ),
  );
  vi.stubEnv("DATABASE_URL", callers.appUrl);
  vi.stubEnv("MIGRATE_DATABASE_URL", callers.ownerUrl);
  vi.stubEnv("SMTP_URL", "smtp://mail.company.example");
  vi.stubEnv("OPENAI_API_KEY", "a key of the caller's");
  vi.stubEnv("DATA_DIR", "/nowhere");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await callers.drop();
});

const opened: { close: () => Promise<unknown> }[] = [];
const open = async (name: string) => {
  const world = await openWorld(name);
  opened.push(world);
  return world.variables;
};
afterEach(() => Promise.all(opened.splice(0).map(({ close }) => close())));

test("bench, walkthrough and kill test leave the caller's data and services alone, and so does a second run", async () => {
  const runs = [];
  for (const name of ["bench", "bench", "walkthrough", "kill-test"]) runs.push(await open(name));
  for (const { DATABASE_URL, MIGRATE_DATABASE_URL, SMTP_URL, OPENAI_API_KEY } of runs) {
    expect([callers.appUrl, callers.ownerUrl]).not.toContain(DATABASE_URL);
    expect([callers.appUrl, callers.ownerUrl]).not.toContain(MIGRATE_DATABASE_URL);
    expect([SMTP_URL, OPENAI_API_KEY]).toEqual([undefined, undefined]);
  }
  for (const own of ["DATABASE_URL", "DATA_DIR", "PORT", "WORKER_PORT", "ENGINE_PORT"] as const)
    expect(new Set(runs.map((variables) => variables[own])).size).toBe(runs.length);
  expect(await tables()).toEqual(["kept"]);

  await Promise.all(opened.splice(0).map(({ close }) => close()));
  expect(runs.filter(({ DATA_DIR }) => existsSync(DATA_DIR))).toEqual([]);
});

test("whoever verifies the audit changes no table first", async () => {
  expect(await open("audit-verify")).toMatchObject({ DATABASE_URL: callers.appUrl });
  expect(await tables()).toEqual(["kept"]);
});

test("an import works on the caller's database, brought up to date", async () => {
  expect(await open("import")).toMatchObject({ DATABASE_URL: callers.appUrl });
  expect(await tables()).toContain("customers");
});
