import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { keepPostgres } from "./kept-postgres.mjs";
import { freePort } from "./ports.mjs";
import { removeWhenWeAreGone } from "./postgres/remove-when-gone.mjs";
import { withClient } from "./postgres/roles.mjs";
import { isAlive } from "./processes.mjs";

const home = mkdtempSync(path.join(tmpdir(), "touchline-postgres-"));
let postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
let remove: () => Promise<void>;

beforeAll(async () => {
  postgres = await startEmbeddedPostgres({ home, settings: { shared_buffers: "32MB" } });
  remove = removeWhenWeAreGone({ pid: postgres.pid, dataDir: postgres.dataDir, home });
});
afterAll(() => remove());

const ask = (url: string, statement: string) =>
  withClient(url, async (client) => (await client.query(statement)).rows);

test("a second start takes the running server over, with its data", async () => {
  await ask(postgres.ownerUrl, "CREATE TABLE kept AS SELECT 7 AS n");
  const again = await startEmbeddedPostgres({ home });
  expect(again).toMatchObject({ takenOver: true, pid: postgres.pid, port: postgres.port });
  expect(await ask(again.appUrl, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
});

test("both roles need their passwords, which only we can read", async () => {
  const guessed = Object.assign(new URL(postgres.appUrl), { password: "touchline" }).href;
  await expect(ask(guessed, "SELECT 1")).rejects.toThrow("password authentication failed");
  expect(statSync(path.join(home, "postgres.json")).mode & 0o777).toBe(0o600);
});

test("neither role is a superuser, and only the owner makes tables", async () => {
  const rows = await ask(
    postgres.ownerUrl,
    "SELECT rolname FROM pg_roles WHERE rolname LIKE 'touchline%' AND (rolsuper OR rolcreatedb OR rolcreaterole)",
  );
  expect(rows).toEqual([]);
  await expect(ask(postgres.appUrl, "CREATE TABLE mine (a int)")).rejects.toThrow("permission denied");
});

test("commits are synchronous, and failed statements stay out of the log", async () => {
  const rows = await ask(
    postgres.appUrl,
    "SELECT name, setting FROM pg_settings WHERE name IN ('synchronous_commit', 'fsync', 'log_min_error_statement') ORDER BY 1",
  );
  expect(rows.map(({ setting }) => setting)).toEqual(["on", "panic", "on"]);
});

test("a taken port is named", async () => {
  const other = mkdtempSync(path.join(tmpdir(), "touchline-postgres-"));
  const port = await freePort();
  const squatter = createServer().listen(port, "127.0.0.1");
  await expect(startEmbeddedPostgres({ home: other, port })).rejects.toThrow(`Port ${port} is taken`);
  squatter.close();
  rmSync(other, { recursive: true });
});

test("lost passwords are said plainly", async () => {
  const other = mkdtempSync(path.join(tmpdir(), "touchline-postgres-"));
  const started = await startEmbeddedPostgres({ home: other, settings: { shared_buffers: "32MB" } });
  await started.stop();
  rmSync(path.join(other, "postgres.json"));
  await expect(startEmbeddedPostgres({ home: other })).rejects.toThrow(/postgres.json is missing/);
  rmSync(other, { recursive: true });
});

test("a server that dies comes back on its port with what was committed", async () => {
  const other = mkdtempSync(path.join(tmpdir(), "touchline-postgres-"));
  const said: string[] = [];
  const kept = await keepPostgres({ home: other, port: undefined, say: (line: string) => said.push(line) });
  await ask(kept.ownerUrl, "CREATE TABLE kept AS SELECT 7 AS n");
  process.kill(kept.pid(), "SIGKILL");
  const rows = await persistently(() => ask(kept.ownerUrl, "SELECT n FROM kept"));
  expect(rows).toEqual([{ n: 7 }]);
  expect(said).toEqual(["PostgreSQL ended: starting it again"]);
  await kept.stop();
  expect(isAlive(kept.pid())).toBe(false);
  rmSync(other, { recursive: true });
});

async function persistently<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch {
      await sleep(50);
    }
  }
}
