import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "@/server/store/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test("the committed migrations make exactly what the Prisma schema describes", () => {
  const prisma = path.join(
    path.dirname(createRequire(import.meta.url).resolve("prisma/package.json")),
    "build/index.js",
  );
  const asked = [
    "migrate",
    "diff",
    "--from-config-datasource",
    "--to-schema",
    "prisma/schema.prisma",
    "--script",
  ];
  const { status, stdout } = spawnSync(process.execPath, [prisma, ...asked], {
    encoding: "utf8",
    env: { ...process.env, MIGRATE_DATABASE_URL: database.ownerUrl, CHECKPOINT_DISABLE: "1" },
  });
  expect(stdout.trim()).toBe("-- This is an empty migration.");
  expect(status).toBe(0);
});
