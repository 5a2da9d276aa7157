import { setTimeout as sleep } from "node:timers/promises";
import { Inngest } from "inngest";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { momentFor } from "@/server/domain/moment";
import { freshDatabase, type TestDatabase } from "@/server/store/testing/test-database";
import { type EngineProcess, engineProcess } from "./conformance/engine-process";
import { KEYS, serveApp } from "./conformance/world";

const QUIET = { info() {}, warn() {}, error() {}, debug() {} };
const SEED = 1_764_000_000;
const KILLS = 8;
const IN_FLIGHT = 32;

let database: TestDatabase;
let owner: pg.Client;
let engine: EngineProcess;
let stopApp = async () => {};
const client = (id: string) => new Inngest({ id, baseUrl: engine.url, ...KEYS, isDev: false, logger: QUIET });

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  // A witness that the engine knows nothing of: every time a memo is written, whoever writes it.
  await owner.query(`
    CREATE TABLE memo_writes (run_id text, step_id text);
    CREATE FUNCTION note_memo() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN INSERT INTO public.memo_writes VALUES (NEW.run_id, NEW.step_id); RETURN NULL; END $$;
    CREATE TRIGGER note_memo AFTER INSERT OR UPDATE OF memo ON engine.steps
      FOR EACH ROW WHEN (NEW.memo IS NOT NULL) EXECUTE FUNCTION note_memo();`);
  engine = await engineProcess(database.appUrl);
});

afterAll(async () => {
  await engine.kill();
  await stopApp();
  await owner.end();
  await database.drop();
});

describe("SIGKILL of the engine", () => {
  test(`at ${KILLS} seeded points of a run of 30 steps (seed ${SEED}): every result is there, each memo written once`, async () => {
    const { random } = momentFor(0, SEED, 0, 0);
    const calls = new Map<string, number>();
    const results: number[] = [];
    let executed = 0;
    const work = async (name: string, n: number) => {
      executed++;
      calls.set(name, (calls.get(name) ?? 0) + 1);
      await sleep(5);
      return n;
    };
    const app = client("kill");
    const fn = app.createFunction(
      { id: "fn", triggers: [{ event: "kill/go" }], retries: 2 },
      async ({ step }) => {
        let sum = 0;
        for (let i = 0; i < 10; i++) sum += await step.run(`row ${i}`, () => work(`row ${i}`, 1));
        const branches = Array.from({ length: 10 }, (_, i) =>
          step.run(`branch ${i}`, () => work(`branch ${i}`, 10)),
        );
        await step.sleep("nap", "1s");
        for (const n of await Promise.all(branches)) sum += n;
        for (let i = 0; i < 10; i++) sum += await step.run(`tail ${i}`, () => work(`tail ${i}`, 100));
        results.push(sum);
        return sum;
      },
    );
    await engine.start();
    ({ stop: stopApp } = await serveApp(app, [fn], []));
    await app.send({ name: "kill/go" });

    for (let kill = 0; kill < KILLS; kill++) {
      const target = executed + 1 + Math.floor(random() * 3);
      for (const end = Date.now() + 2000; executed < target && results.length === 0 && Date.now() < end; )
        await sleep(2);
      await sleep(random() * 15);
      await engine.kill();
      // Functions are not registered again: the engine remembers them.
      await engine.start();
    }
    for (const end = Date.now() + 30_000; results.length === 0 && Date.now() < end; ) await sleep(20);

    const { rows: runs } = await settled("kill-fn");
    expect(runs).toEqual([{ status: "completed", output: 1110 }]);
    const { rows: memos } = await owner.query<{ steps: number; writes: number; most: number }>(
      `SELECT count(*)::int AS steps, sum(n)::int AS writes, max(n)::int AS most
       FROM (SELECT count(*) AS n FROM memo_writes GROUP BY run_id, step_id) w`,
    );
    expect(memos).toEqual([{ steps: 31, writes: 31, most: 1 }]);
    const repeated = [...calls.values()].reduce((sum, n) => sum + n - 1, 0);
    expect(calls.size).toBe(30);
    expect(repeated).toBeLessThanOrEqual(KILLS * IN_FLIGHT);
    const { rows: left } = await owner.query(
      "SELECT (SELECT count(*)::int FROM engine.queue) AS queue, (SELECT count(*)::int FROM engine.waits) AS waits",
    );
    expect(left).toEqual([{ queue: 0, waits: 0 }]);
    await stopApp();
  });

  test("right after an event was answered loses no event", async () => {
    const app = client("durable");
    const seen = new Set<number>();
    const fn = app.createFunction({ id: "fn", triggers: [{ event: "durable/go" }] }, async ({ event }) => {
      seen.add(event.data.n as number);
    });
    await engine.kill();
    await engine.start();
    ({ stop: stopApp } = await serveApp(app, [fn], []));
    for (let n = 0; n < 5; n++) {
      await app.send([0, 1, 2, 3].map((i) => ({ name: "durable/go", data: { n: n * 4 + i } })));
      await engine.kill();
      await engine.start();
    }
    for (const end = Date.now() + 20_000; seen.size < 20 && Date.now() < end; ) await sleep(20);
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });
});

/** The function's runs, once they have ended: the app hears of the end a moment before the database does. */
async function settled(functionId: string) {
  const query = "SELECT status, output FROM engine.runs WHERE function_id = $1";
  for (let i = 0; i < 100; i++) {
    const found = await owner.query<{ status: string; output: unknown }>(query, [functionId]);
    if (found.rows.every((run) => run.status !== "running")) return found;
    await sleep(20);
  }
  return owner.query<{ status: string; output: unknown }>(query, [functionId]);
}
