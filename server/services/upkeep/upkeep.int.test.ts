import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS } from "@/server/domain/time";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const now = new Date("2026-03-10T12:00:00.000Z");

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld(now);
});
afterAll(() => world.close());

test("messageIds, rejections and the sandbox's mails are forgotten after thirty days", async () => {
  const { sql } = world.platform.database;
  for (const [name, days] of [
    ["young", 29],
    ["old", 31],
  ] as const) {
    const at = new Date(now.getTime() - days * DAY_MS);
    await sql.rows("INSERT INTO event_keys (key, received_at) VALUES (gen_random_uuid(), $1)", [at]);
    await sql.rows(
      "INSERT INTO rejected_events (received_at, message_id, field, reason) VALUES ($1, $2, 'event', 'bad')",
      [at, name],
    );
    await sql.rows(
      `INSERT INTO sandbox_mails (message_id, received_at, mail_from, rcpt_to, subject, raw)
       VALUES ($2, $1, 'a@b.test', 'c@d.test', 'Hello', '')`,
      [at, name],
    );
  }
  expect(await world.system.upkeep.trimEventKeys({})).toEqual({ deleted: 1, rejections: 1, mails: 1 });
  expect(await sql.rows("SELECT message_id FROM rejected_events")).toEqual([{ message_id: "young" }]);
  expect(await sql.rows("SELECT message_id FROM sandbox_mails")).toEqual([{ message_id: "young" }]);
  expect(await sql.rows("SELECT count(*)::int AS n FROM event_keys")).toEqual([{ n: 1 }]);
});
