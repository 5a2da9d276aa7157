import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const now = new Date("2026-03-10T12:00:00.000Z");

let world: ConsoleWorld;
let marketer: Awaited<ReturnType<ConsoleWorld["person"]>>;
beforeAll(async () => {
  world = await consoleWorld(now);
  marketer = await world.person("marketer");
});
afterAll(() => world.close());

test("rejected events are listed by page, the newest first, with the source's name", async () => {
  const { sql } = world.platform.database;
  const { id } = await marketer.api.writeKey.create({ name: "app" });
  await sql.rows(
    `INSERT INTO rejected_events (received_at, write_key_id, message_id, type, field, reason)
     SELECT $1::timestamptz + n * interval '1 second', CASE WHEN n < 3 THEN $2::int ELSE 2147483647 END, 'm' || n,
       CASE WHEN n = 1 THEN 'track' END, 'event', 'bad' FROM generate_series(1, 3) n`,
    [now, id],
  );
  const first = await marketer.api.writeKey.rejectedEvents({ limit: 2 });
  expect(first.rows).toMatchObject([
    { messageId: "m3", source: null, type: null },
    { messageId: "m2", source: "app", field: "event", reason: "bad" },
  ]);
  const second = await marketer.api.writeKey.rejectedEvents({ limit: 2, before: first.next });
  expect(second).toMatchObject({ rows: [{ messageId: "m1", type: "track" }], next: null });
  const reviewer = await world.person("reviewer");
  await expect(reviewer.api.writeKey.rejectedEvents()).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("write keys are told once, listed without the key, and revoked for good", async () => {
  const made = await marketer.api.writeKey.create({ name: "shop" });
  expect(made.key).toMatch(/^wk_[\w-]{32}$/);
  const { rows } = await marketer.api.writeKey.list({});
  expect(rows.find(({ id }) => id === made.id)).toMatchObject({
    name: "shop",
    prefix: made.key.slice(0, 8),
    revokedAt: null,
  });
  expect(JSON.stringify(rows)).not.toContain(made.key);
  await marketer.api.writeKey.revoke({ id: made.id });
  world.clock.advance(1000);
  const again = await marketer.api.writeKey.revoke({ id: made.id });
  expect(again.revokedAt).toEqual(now);
  expect(JSON.stringify(await world.audit("write-key.create"))).not.toContain(made.key);
  const executive = await world.person("executive");
  await expect(executive.api.writeKey.create({ name: "x" })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
