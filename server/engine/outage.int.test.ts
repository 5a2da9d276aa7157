import { setTimeout as sleep } from "node:timers/promises";
import { Inngest } from "inngest";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { systemClock } from "@/server/clock";
import { momentFor } from "@/server/domain/moment";
import { freshDatabase, type TestDatabase } from "@/server/store/testing/test-database";
import { KEYS, serveApp } from "./conformance/world";
import { type Engine, startEngine } from "./engine";

const QUIET = { info() {}, warn() {}, error() {}, debug() {} };
const SEED = 20_261_121;
const CUTS = 6;

let database: TestDatabase;
let superuser: pg.Client;
let engine: Engine;
const options = () => ({
  databaseUrl: database.appUrl,
  port: 0,
  clock: systemClock,
  ...KEYS,
  log: QUIET,
  pollMs: 50,
});

beforeAll(async () => {
  database = await freshDatabase();
  superuser = new pg.Client({ connectionString: inject("testServer").superuserUrl });
  await superuser.connect();
  engine = await startEngine(options());
});
afterAll(async () => {
  await engine.stop();
  await superuser.end();
  await database.drop();
});

describe("the database's one engine", () => {
  test("is refused a second, with a message that says what to do", async () => {
    await expect(startEngine({ ...options(), lockWaitMs: 0 })).rejects.toThrow(
      "another engine works on this database: stop it first",
    );
  });

  test("is followed by one that waits until it is gone", async () => {
    const waiting = startEngine({ ...options(), lockWaitMs: 10_000 });
    await sleep(300);
    await engine.stop();
    engine = await waiting;
    expect((await fetch(`${engine.url}/health`)).status).toBe(200);
  });

  test(`goes on when all its connections are cut ${CUTS} times in a run (seed ${SEED})`, async () => {
    const { random } = momentFor(0, SEED, 0, 0);
    const client = new Inngest({ id: "outage", baseUrl: engine.url, ...KEYS, isDev: false, logger: QUIET });
    const results: number[] = [];
    let executed = 0;
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "outage/go" }], retries: 0 },
      async ({ step }) => {
        let sum = 0;
        for (let i = 0; i < 20; i++)
          sum += await step.run(`row ${i}`, async () => {
            executed++;
            await sleep(5);
            return 1;
          });
        results.push(sum);
      },
    );
    const app = await serveApp(client, [fn], []);
    await client.send({ name: "outage/go" });
    for (let cut = 0; cut < CUTS; cut++) {
      const target = executed + 1 + Math.floor(random() * 2);
      for (const end = Date.now() + 3000; executed < target && results.length === 0 && Date.now() < end; )
        await sleep(2);
      await sleep(random() * 10);
      await superuser.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [
        new URL(database.appUrl).pathname.slice(1),
      ]);
    }
    for (const end = Date.now() + 20_000; results.length === 0 && Date.now() < end; ) await sleep(20);
    expect(results).toEqual([20]);
    expect(executed).toBeLessThanOrEqual(20 + CUTS);
    await app.stop();
  });

  test("makes a call at once whose lease was committed though the answer was lost", async () => {
    const client = new Inngest({ id: "lost", baseUrl: engine.url, ...KEYS, isDev: false, logger: QUIET });
    let calls = 0;
    const fn = client.createFunction({ id: "fn", triggers: [{ event: "lost/go" }], retries: 0 }, async () => {
      calls++;
    });
    const app = await serveApp(client, [fn], []);
    const ask = pg.Pool.prototype.query;
    const lost = vi.spyOn(pg.Pool.prototype, "query").mockImplementation(async function (
      this: pg.Pool,
      ...given: unknown[]
    ) {
      const answer: unknown = await Reflect.apply(ask, this, given);
      if (!String(given[0]).includes("UPDATE engine.queue SET lease = $2")) return answer;
      lost.mockRestore();
      throw new Error("Connection terminated unexpectedly");
    });
    await client.send({ name: "lost/go" });
    await expect.poll(() => calls, { timeout: 10_000 }).toBe(1);
    await app.stop();
  });
});
