import { setTimeout as sleep } from "node:timers/promises";
import { Inngest } from "inngest";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { momentFor } from "@/server/domain/moment";
import { freshDatabase, type TestDatabase } from "@/server/store/testing/test-database";
import { type EngineProcess, engineProcess, type Mutant } from "./conformance/engine-process";
import { type App, KEYS, serveApp } from "./conformance/world";

const QUIET = { info() {}, warn() {}, error() {}, debug() {} };
const SEED = 1_764_000_000;
const KILLS = 8;
const IN_FLIGHT = 32;

let database: TestDatabase;
let owner: pg.Client;

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
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

describe("SIGKILL of the engine", () => {
  test(`at ${KILLS} seeded points of a run of 30 steps (seed ${SEED}): every result is there, each memo written once`, async () => {
    const { calls, run } = await withEngine("kill", undefined, runUnderFire);
    expect(run).toEqual({ status: "completed", output: 1110 });
    const { rows: memos } = await owner.query(
      `SELECT count(*)::int AS steps, sum(n)::int AS writes, max(n)::int AS most
       FROM (SELECT count(*) AS n FROM memo_writes GROUP BY run_id, step_id) w`,
    );
    expect(memos).toEqual([{ steps: 31, writes: 31, most: 1 }]);
    expect(calls.size).toBe(30);
    const repeated = [...calls.values()].reduce((sum, n) => sum + n - 1, 0);
    expect(repeated).toBeLessThanOrEqual(KILLS * IN_FLIGHT);
    const { rows: left } = await owner.query(
      "SELECT (SELECT count(*)::int FROM engine.queue) AS queue, (SELECT count(*)::int FROM engine.waits) AS waits",
    );
    expect(left).toEqual([{ queue: 0, waits: 0 }]);
  });

  test("right after events were answered loses none of them", async () => {
    const seen = await withEngine("durable", undefined, eventsUnderFire);
    expect(seen).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });
});

describe("these tests turn red on an engine that", () => {
  test("answers events before it stores them", async () => {
    const mutant = {
      name: "late-store",
      file: "events.ts",
      from: "await insert(engine.pool, rows, now);",
      to: "setTimeout(() => insert(engine.pool, rows, now), 300);",
    };
    expect((await withEngine("mutant-store", mutant, eventsUnderFire)).length).toBeLessThan(20);
  });

  test("leaves the calls of the engine before it alone", async () => {
    const mutant = {
      name: "no-take-over",
      file: "queue.ts",
      from: "WHERE lease IS NOT NULL AND",
      to: "WHERE lease IS NULL AND",
    };
    const { run } = await withEngine("mutant-lease", mutant, runUnderFire);
    expect(run?.status).toBe("running");
  });
});

type Stage = {
  id: string;
  engine: EngineProcess;
  client: Inngest;
  serve(app: Parameters<typeof serveApp>[1]): Promise<App>;
};

async function withEngine<T>(
  id: string,
  mutant: Mutant | undefined,
  act: (stage: Stage) => Promise<T>,
): Promise<T> {
  const engine = await engineProcess(database.appUrl, mutant);
  const client = new Inngest({ id, baseUrl: engine.url, ...KEYS, isDev: false, logger: QUIET });
  const apps: App[] = [];
  try {
    await engine.start();
    return await act({ id, engine, client, serve: (functions) => serveApp(client, functions, apps) });
  } finally {
    await engine.kill();
    await engine.remove();
    for (const app of apps) await app.stop();
  }
}

async function runUnderFire({ id, engine, client, serve }: Stage) {
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
  const fn = client.createFunction(
    { id: "fn", triggers: [{ event: `${id}/go` }], retries: 2 },
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
  await serve([fn]);
  await client.send({ name: `${id}/go` });
  for (let kill = 0; kill < KILLS; kill++) {
    const target = executed + 1 + Math.floor(random() * 3);
    if (!(await until(() => executed >= target || results.length > 0, 2000))) break;
    await sleep(random() * 15);
    await engine.kill();
    // Functions are not registered again: the engine remembers them.
    await engine.start();
  }
  // A run that has not moved for three seconds has stopped for good.
  for (let before = -1; results.length === 0 && executed > before; ) {
    before = executed;
    await until(() => results.length > 0, 3000);
  }
  return { calls, run: await settled(`${id}-fn`) };
}

async function eventsUnderFire({ id, engine, client, serve }: Stage): Promise<number[]> {
  const seen = new Set<number>();
  const fn = client.createFunction({ id: "fn", triggers: [{ event: `${id}/go` }] }, async ({ event }) => {
    seen.add(event.data.n as number);
  });
  await serve([fn]);
  for (let n = 0; n < 20; n += 4) {
    await client.send([n, n + 1, n + 2, n + 3].map((it) => ({ name: `${id}/go`, data: { n: it } })));
    await engine.kill();
    await engine.start();
  }
  // what has not moved for ten seconds does not come any more
  for (let before = -1; seen.size < 20 && seen.size > before; ) {
    before = seen.size;
    await until(() => seen.size === 20, 10_000);
  }
  return [...seen].sort((a, b) => a - b);
}

async function until(condition: () => boolean, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; !condition() && Date.now() < end; ) await sleep(2);
  return condition();
}

/** The function's run, once it has ended: the app hears of the end a moment before the database does. */
async function settled(functionId: string) {
  for (let i = 0; ; i++) {
    const { rows } = await owner.query<{ status: string; output: unknown }>(
      "SELECT status, output FROM engine.runs WHERE function_id = $1",
      [functionId],
    );
    if (rows[0]?.status !== "running" || i === 50) return rows[0];
    await sleep(20);
  }
}
