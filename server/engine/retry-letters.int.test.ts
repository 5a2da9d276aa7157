import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { openWorld, type World } from "./conformance/world";
import { MOST_FAILURES } from "./dead-letters";

const RETRY_MS = 60_000;
const HOUR_MS = 3_600_000;

let world: World;
let db: pg.Client;
let done: string[];
let isBroken: boolean;
beforeEach(async () => {
  world = await openWorld(null, { backoff: () => RETRY_MS });
  const url = new URL(inject("testServer").superuserUrl);
  url.pathname = new URL(world.databaseUrl).pathname;
  db = new pg.Client({ connectionString: url.href });
  await db.connect();
  done = [];
  isBroken = true;
  await serve();
});
afterEach(async () => {
  await db.end();
  await world.close();
});

/** Two functions that fail while the world is broken: one begun by an event, one by a schedule. */
async function serve(): Promise<void> {
  const client = world.client("p");
  const work = (name: string) => async (given: { event: { data?: unknown } }) => {
    if (isBroken) throw new Error(`${name} is broken`);
    const { key = "" } = (given.event.data ?? {}) as { key?: string };
    done.push(`${name} ${key}`.trim());
  };
  await world.serve(client, [
    client.createFunction({ id: "told", retries: 1, triggers: [{ event: "p/told" }] }, work("told")),
    client.createFunction({ id: "timed", retries: 0, triggers: [{ cron: "0 * * * *" }] }, work("timed")),
  ]);
}

const letters = async () =>
  (
    await db.query(
      `SELECT kind, function_id AS "functionId", attempts, reason, retry_asked_at IS NOT NULL AS asked
       FROM engine.dead_letters ORDER BY id`,
    )
  ).rows;
const ask = () => db.query("UPDATE engine.dead_letters SET retry_asked_at = now()");

describe("a run that failed for good", () => {
  test("is put aside once, with its error and how often it was tried, and done again when asked for", async () => {
    await world.client("sender").send({ name: "p/told", data: { key: "x" } });
    await world.pass(0);
    expect(await letters()).toEqual([]);
    await world.pass(RETRY_MS);
    expect(await letters()).toEqual([
      { kind: "run", functionId: "p-told", attempts: 2, reason: "told is broken", asked: false },
    ]);
    isBroken = false;
    await world.pass(RETRY_MS);
    expect(done).toEqual([]);
    await ask();
    await world.pass(0);
    expect(done).toEqual(["told x"]);
    expect(await letters()).toEqual([]);
  });

  test("by its schedule begins with the same event, though no event of it is stored", async () => {
    await world.pass(HOUR_MS);
    expect(await letters()).toMatchObject([{ kind: "run", functionId: "p-timed", attempts: 1 }]);
    isBroken = false;
    await ask();
    await world.pass(0);
    expect(done).toEqual(["timed"]);
  });

  test("stands there again with the new error where it fails again", async () => {
    await world.client("sender").send({ name: "p/told", data: {} });
    await world.pass(0);
    await world.pass(RETRY_MS);
    await ask();
    await world.pass(0);
    await world.pass(RETRY_MS);
    expect(await letters()).toMatchObject([{ kind: "run", attempts: 2, asked: false }]);
  });

  test("of a function that is gone stays put aside and says so", async () => {
    await world.client("sender").send({ name: "p/told", data: {} });
    await world.pass(0);
    await world.pass(RETRY_MS);
    await db.query("UPDATE engine.dead_letters SET function_id = 'p-gone', retry_asked_at = now()");
    await world.pass(0);
    expect(await letters()).toMatchObject([
      { functionId: "p-gone", reason: "p-gone is not registered any more", asked: false },
    ]);
  });
});

test("an event that could not be handed on is handed on again, and told to whoever listens", async () => {
  await db.query(`
    CREATE FUNCTION engine.poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'poisoned'; END $$;
    CREATE TRIGGER poison BEFORE INSERT ON engine.queue FOR EACH ROW EXECUTE FUNCTION engine.poison()`);
  await world.client("sender").send({ name: "p/told", data: { key: "late" } });
  for (let i = 0; i < MOST_FAILURES; i++) await world.pass(RETRY_MS);
  expect(await letters()).toMatchObject([{ kind: "event", attempts: MOST_FAILURES, reason: "poisoned" }]);
  await db.query("DROP TRIGGER poison ON engine.queue");
  isBroken = false;
  await ask();
  await world.pass(0);
  expect(done).toEqual(["told late"]);
  expect(await letters()).toEqual([]);
});
