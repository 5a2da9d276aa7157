import type { InngestFunction } from "inngest";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { openWorld, type World } from "./conformance/world";
import { PASS_SIZE } from "./context";
import { MOST_FAILURES } from "./dead-letters";

const RETRY_MS = 60_000;
const SECOND_MS = 1000;

let world: World;
let db: pg.Client;
let started: string[];
beforeEach(async () => {
  world = await openWorld(null, { backoff: () => RETRY_MS });
  const url = new URL(inject("testServer").superuserUrl);
  url.pathname = new URL(world.databaseUrl).pathname;
  db = new pg.Client({ connectionString: url.href });
  await db.connect();
  started = [];
});
afterEach(async () => {
  await db.end();
  await world.close();
});

type Kind = "event" | "batch" | "debounce" | "cron" | "wait";
const TABLES = { event: "events", batch: "batches", debounce: "debounces", cron: "crons", wait: "waits" };

/** An app whose functions gather, sleep, listen and follow a schedule. */
async function serveAll(): Promise<void> {
  const client = world.client("p");
  const note = (name: string) => async (given: { event: { data?: unknown } }) => {
    const { key = "" } = (given.event.data ?? {}) as { key?: string };
    started.push(key === "" ? name : `${name} ${key}`);
  };
  const functions: InngestFunction.Like[] = [
    client.createFunction({ id: "event", triggers: [{ event: "p/event" }] }, note("event")),
    client.createFunction(
      {
        id: "batch",
        triggers: [{ event: "p/batch" }],
        batchEvents: { maxSize: 2, timeout: "10s", key: "event.data.key" },
      },
      note("batch"),
    ),
    client.createFunction(
      {
        id: "debounce",
        triggers: [{ event: "p/debounce" }],
        debounce: { period: "10s", key: "event.data.key" },
      },
      note("debounce"),
    ),
    client.createFunction({ id: "cron", triggers: [{ cron: "0 * * * *" }] }, note("cron")),
    client.createFunction({ id: "wait", triggers: [{ event: "p/wait" }] }, async ({ event, step }) => {
      await step.sleep("a while", "10s");
      await note("wait")({ event });
    }),
  ];
  await world.serve(client, functions);
}

const send = (kind: Kind, key: string) => world.client("sender").send({ name: `p/${kind}`, data: { key } });

/** From now on no call of the function can be queued: whoever would start or go on fails, for as long as it is so. */
async function poison(functionId: string, unless = "false"): Promise<void> {
  await db.query(`
    CREATE OR REPLACE FUNCTION engine.poison() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.function_id = '${functionId}' AND NOT (${unless}) THEN RAISE EXCEPTION 'poisoned'; END IF;
      RETURN NEW;
    END $$;
    CREATE OR REPLACE TRIGGER poison BEFORE INSERT ON engine.queue FOR EACH ROW EXECUTE FUNCTION engine.poison()`);
}
const cure = () => db.query("DROP TRIGGER poison ON engine.queue");

const isGood = "EXISTS (SELECT 1 FROM engine.runs WHERE id = NEW.run_id AND event::text LIKE '%good%')";

async function letters(): Promise<unknown[]> {
  const { rows } = await db.query(
    `SELECT kind, function_id AS "functionId", key, cardinality(event_ids) AS events, reason FROM engine.dead_letters ORDER BY id`,
  );
  return rows;
}

const countOf = async (table: string): Promise<number> =>
  Number((await db.query(`SELECT count(*) FROM engine.${table}`)).rows[0]?.count);

describe("a row that cannot be handled", () => {
  const expected = [
    ["event", { kind: "event", functionId: null, key: "p/event", events: 1 }],
    ["batch", { kind: "batch", functionId: "p-batch", key: '"bad"', events: 1 }],
    ["debounce", { kind: "debounce", functionId: "p-debounce", key: '"bad"', events: 1 }],
    ["wait", { kind: "wait", functionId: "p-wait", events: 1 }],
    ["cron", { kind: "cron", functionId: "p-cron", key: "0 * * * *", events: 0 }],
  ] as const;

  test.each(expected)(
    "%s: is tried five times with pauses, then put aside with the reason",
    async (kind, letter) => {
      await serveAll();
      await begin(kind, "bad");
      await poison(`p-${kind}`);
      await untilDue(kind);
      for (let tries = 1; tries < MOST_FAILURES; tries++) {
        expect(await failuresOf(kind)).toBe(tries);
        await world.pass(RETRY_MS - SECOND_MS);
        expect(await failuresOf(kind)).toBe(tries);
        await world.pass(SECOND_MS);
      }
      expect(await letters()).toEqual([expect.objectContaining({ ...letter, reason: "poisoned" })]);
      await world.pass(10 * RETRY_MS);
      expect(await letters()).toHaveLength(1);
      expect(started).toEqual([]);
    },
  );

  test.each(expected)("%s: goes its way when a later try can be made", async (kind) => {
    await serveAll();
    await begin(kind, "late");
    await poison(`p-${kind}`);
    await untilDue(kind);
    await cure();
    await world.pass(RETRY_MS);
    expect(started).toEqual([kind === "cron" ? "cron" : `${kind} late`]);
    expect(await letters()).toEqual([]);
  });

  /** An event is dispatched as soon as it is there, so its poison comes first. */
  async function begin(kind: Kind, key: string): Promise<void> {
    if (kind === "cron") return;
    if (kind === "event") await poison("p-event");
    await send(kind, key);
    await world.pass(0);
  }

  async function untilDue(kind: Kind): Promise<void> {
    if (kind !== "event") await world.pass(kind === "cron" ? 3_600_000 : 10 * SECOND_MS);
  }

  async function failuresOf(kind: Kind): Promise<number | undefined> {
    const { rows } = await db.query(
      `SELECT failures FROM engine.${TABLES[kind]} ORDER BY failures DESC LIMIT 1`,
    );
    return rows[0]?.failures;
  }
});

test("a wait that cannot be ended fails its run; a run that cannot even fail is left alone", async () => {
  await serveAll();
  await send("wait", "fails");
  await world.pass(0);
  await poison("p-wait");
  await world.pass(10 * SECOND_MS);
  for (let i = 0; i < MOST_FAILURES; i++) await world.pass(RETRY_MS);
  const runs = async () =>
    (await db.query("SELECT status, output->>'message' AS message FROM engine.runs ORDER BY id")).rows;
  expect(await runs()).toEqual([{ status: "failed", message: "a wait could not be ended: poisoned" }]);

  await cure();
  await send("wait", "cannot fail");
  await world.pass(0);
  await db.query(`
    CREATE FUNCTION engine.stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'immovable'; END $$;
    CREATE TRIGGER stay BEFORE UPDATE ON engine.runs FOR EACH ROW EXECUTE FUNCTION engine.stay()`);
  await poison("p-wait");
  await world.pass(10 * SECOND_MS);
  for (let i = 0; i < MOST_FAILURES; i++) await world.pass(RETRY_MS);
  expect(await runs()).toEqual([expect.anything(), { status: "running", message: null }]);
  expect(await countOf("dead_letters")).toBe(2);
  expect((await db.query("SELECT due_at FROM engine.waits")).rows).toEqual([{ due_at: null }]);
});

test("a full batch that cannot be started is closed: what comes after it fills the next one", async () => {
  await serveAll();
  await poison(
    "p-batch",
    "EXISTS (SELECT 1 FROM engine.runs WHERE id = NEW.run_id AND events::text LIKE '%\"n\":3%')",
  );
  const client = world.client("sender");
  for (const n of [1, 2, 3, 4]) await client.send({ name: "p/batch", data: { key: "same", n } });
  await world.pass(0);
  expect(started).toEqual(["batch same"]);
  expect(
    (await db.query("SELECT failures, cardinality(event_seqs) AS size FROM engine.batches")).rows,
  ).toEqual([{ failures: 1, size: 2 }]);
  for (let i = 0; i < MOST_FAILURES; i++) await world.pass(RETRY_MS);
  expect(await letters()).toEqual([
    { kind: "batch", functionId: "p-batch", key: '"same"', events: 2, reason: "poisoned" },
  ]);
  expect(await countOf("events WHERE dispatched_at IS NULL")).toBe(0);
});

test("a schedule that can no longer be read goes after its last try", async () => {
  await serveAll();
  await db.query("UPDATE engine.crons SET cron = 'whenever'");
  await world.pass(3_600_000);
  for (let i = 0; i < MOST_FAILURES; i++) await world.pass(RETRY_MS);
  expect(await letters()).toEqual([expect.objectContaining({ kind: "cron", key: "whenever" })]);
  expect(await countOf("crons")).toBe(0);
});

describe.each(["batch", "wait"] as const)(
  "a pass full of poisoned rows in front of a good one (%s)",
  (kind) => {
    const table = TABLES[kind];

    /** As many rows as a pass looks at, all due before the good one. */
    async function fillTheFront(): Promise<void> {
      await serveAll();
      await send(kind, "bad");
      await world.pass(SECOND_MS);
      await send(kind, "good");
      await world.pass(SECOND_MS);
      await db.query(
        kind === "batch"
          ? `INSERT INTO engine.batches (function_id, key, event_seqs, due_at)
           SELECT function_id, 'bad ' || n, event_seqs, due_at FROM engine.batches, generate_series(2, $1::int) n WHERE key = '"bad"'`
          : `WITH bad AS (SELECT * FROM engine.runs WHERE event::text LIKE '%bad%'),
             runs AS (INSERT INTO engine.runs (id, function_id, event_ids, event, events, slots, created_at)
               SELECT id || n, function_id, event_ids, event, events, slots, created_at FROM bad, generate_series(2, $1::int) n
               RETURNING id),
             steps AS (INSERT INTO engine.steps (run_id, step_id, op, name)
               SELECT r.id, s.step_id, s.op, s.name FROM runs r, engine.steps s WHERE s.run_id = (SELECT id FROM bad))
           INSERT INTO engine.waits (run_id, step_id, kind, due_at)
           SELECT r.id, w.step_id, w.kind, w.due_at FROM runs r, engine.waits w WHERE w.run_id = (SELECT id FROM bad)`,
        [PASS_SIZE],
      );
      await poison(`p-${kind}`, isGood);
      world.clock.advance(10 * SECOND_MS);
    }

    test("keeps it waiting for one pass only", async () => {
      await fillTheFront();
      await world.engine.tick();
      expect(await countOf(`${table} WHERE failures = 1`)).toBe(PASS_SIZE);
      await world.engine.idle();
      expect(started).toEqual([`${kind} good`]);
    });

    test("would keep it waiting for ever, were failures not noted", async () => {
      await fillTheFront();
      await db.query(`
      CREATE FUNCTION engine.forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
      CREATE TRIGGER forget BEFORE UPDATE ON engine.${table} FOR EACH ROW EXECUTE FUNCTION engine.forget()`);
      for (let passes = 0; passes < 2; passes++) await world.engine.tick();
      expect(started).toEqual([]);
    });
  },
);
