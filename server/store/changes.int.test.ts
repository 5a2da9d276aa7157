import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Changes } from "./changes";
import { type Database, openDatabase } from "./database";
import { freshDatabase, type TestDatabase } from "./testing/test-database";

const ALL = ["review", "campaign", "outbox", "outcome", "import"];
const AT = new Date("2026-03-02T09:00:00Z");

let fresh: TestDatabase;
let database: Database;
let changes: Changes;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase(fresh.appUrl, 4);
});
beforeEach(() => {
  changes = new Changes({ connectionString: fresh.appUrl }, 0);
  return () => changes.close();
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const comment = (sql = database.sql) =>
  sql.rows("INSERT INTO review_comments (review_id, author, at, body) VALUES (1, 'user:1', $1, 'So be it')", [
    AT,
  ]);

const connections = () =>
  database.sql.rows<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE application_name = 'touchline changes' AND datname = current_database()",
  );

/** A follower that is read by hand. */
function follow(position: string | null = null) {
  const leaving = new AbortController();
  const parts = changes.follow(position, leaving.signal);
  return {
    async next() {
      const part = await parts.next();
      if (part.done === true) throw new Error("the feed ended");
      return part.value;
    },
    async leave() {
      leaving.abort();
      expect((await parts.next()).done).toBe(true);
    },
  };
}

describe("whoever follows what changes", () => {
  test("first hears that everything may have changed, then each topic after its transaction", async () => {
    const one = follow();
    expect((await one.next()).topics).toEqual(ALL);
    const heard = one.next();
    let isHeard = false;
    void heard.then(() => {
      isHeard = true;
    });
    await database.transaction(async ({ sql }) => {
      await comment(sql);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(isHeard).toBe(false);
    });
    expect((await heard).topics).toEqual(["review"]);
    await one.leave();
  });

  test("hears nothing of what was rolled back", async () => {
    const one = follow();
    await one.next();
    await database
      .transaction(async ({ sql }) => {
        await comment(sql);
        throw new Error("changed its mind");
      })
      .catch(() => undefined);
    await database.sql.rows(
      `INSERT INTO imports (kind, file_name, mapping, options, dry_run, state, bytes, created_by, created_at)
       VALUES ('orders', 'a.csv', '{}', '{}', false, 'uploaded', 1, 'test', $1)`,
      [AT],
    );
    expect((await one.next()).topics).toEqual(["import"]);
    await one.leave();
  });

  test("is told what was missed while away, and nothing else", async () => {
    const stays = follow();
    const { id } = await stays.next();
    await comment();
    const { id: later } = await stays.next();
    const comesBack = follow(id);
    expect((await comesBack.next()).topics).toEqual(["review"]);
    const missedNothing = follow(later);
    const heard = missedNothing.next();
    await comment();
    expect((await heard).topics).toEqual(["review"]);
    for (const one of [stays, comesBack, missedNothing]) await one.leave();
  });

  test("hears that everything may have changed after the line to the database was cut", async () => {
    const one = follow();
    const { id } = await one.next();
    const [connection] = await connections();
    await database.sql.rows("SELECT pg_terminate_backend($1)", [connection?.pid]);
    const heard = await one.next();
    expect(heard.topics).toEqual(ALL);
    expect(heard.id.split(".")[0]).not.toBe(id.split(".")[0]);
    await comment();
    expect((await one.next()).topics).toEqual(["review"]);
    await one.leave();
  });

  test("sees new outcomes, which are not announced one by one", async () => {
    const one = follow();
    await one.next();
    await database.sql.rows(
      `INSERT INTO outcomes (outbox_id, customer_id, campaign_id, kind, at, ref) VALUES (1, 1, 1, 'click', $1, 'c1')`,
      [AT],
    );
    expect((await one.next()).topics).toEqual(["outcome"]);
    await one.leave();
  });

  test("is told what happened since a page was drawn, though nobody followed then", async () => {
    const patient = new Changes({ connectionString: fresh.appUrl });
    const position = await patient.position();
    await comment();
    const leaving = new AbortController();
    const heard = await patient.follow(position, leaving.signal).next();
    expect(heard.value?.topics).toEqual(["review"]);
    expect(patient.followers).toBe(1);
    leaving.abort();
    await patient.close();
  });

  test("a page is not kept waiting for a place that cannot be known", async () => {
    const deaf = new Changes({ host: "127.0.0.1", port: 1 });
    expect(await deaf.position()).toBeNull();
    expect(deaf.followers).toBe(0);
    await deaf.close();
  });

  test("leaves nothing behind: all share one connection, and the last to leave closes it", async () => {
    const many = [follow(), follow(), follow()];
    for (const one of many) await one.next();
    expect(changes.followers).toBe(3);
    expect(await connections()).toHaveLength(1);
    for (const one of many) await one.leave();
    expect(changes.followers).toBe(0);
    await expect.poll(connections).toEqual([]);
  });
});
