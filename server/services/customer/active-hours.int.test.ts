import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY_MS } from "@/server/domain/time";
import { upsertPeople } from "@/server/store/people-write";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const now = new Date("2026-03-10T12:00:00.000Z");
const ago = (ms: number) => new Date(now.getTime() - ms);

let world: ConsoleWorld;
let marketer: Awaited<ReturnType<ConsoleWorld["person"]>>;
beforeAll(async () => {
  world = await consoleWorld(now);
  marketer = await world.person("marketer");
});
afterAll(() => world.close());

describe("when a customer is active", () => {
  test("orders, events, and their own opens and clicks of a year count, by the hour of their own clock", async () => {
    const [made] = await world.database.bulk((bulk) =>
      upsertPeople(bulk, world.platform.vault, now, [
        {
          person: { userId: "active" },
          country: "DE",
          timeZone: "Europe/Berlin",
          seenMs: ago(DAY_MS).getTime(),
        },
      ]),
    );
    const customerId = made?.customerId ?? 0;
    const at = (text: string) => new Date(text);
    await world.sql.rows("SELECT ensure_months('events', $1::date[])::text", [["2025-07-01", "2026-02-01"]]);
    await world.sql.rows(
      `INSERT INTO events (key, customer_id, type, name, at, received_at) SELECT gen_random_uuid(), $1::int, 'page', 'x', at, at
       FROM unnest($2::timestamptz[]) AS at`,
      [customerId, [at("2025-07-01T06:10:00Z"), at("2026-02-01T07:50:00Z"), at("2026-02-01T07:50:00Z")]],
    );
    await world.sql.rows(
      `INSERT INTO orders (ref, customer_id, at, revenue_minor, currency)
       SELECT 'active' || at, $1::int, at, 100, 'USD' FROM unnest($2::timestamptz[]) AS at`,
      [customerId, [at("2026-02-01T19:00:00Z"), at("2025-03-10T11:00:00Z")]],
    );
    await world.sql.rows(
      `INSERT INTO outcomes (outbox_id, customer_id, campaign_id, kind, at, bot, ref)
       SELECT 1, $1::int, 1, kind, '2026-02-01T20:30:00Z', bot, 'active' || kind || bot
       FROM (VALUES ('open', false), ('click', false), ('click', true), ('conversion', false)) AS o(kind, bot)`,
      [customerId],
    );
    const { active } = await marketer.api.customer.get({ id: customerId });
    expect(Object.fromEntries(active.counts.flatMap((n, hour) => (n === 0 ? [] : [[hour, n]])))).toEqual({
      8: 3,
      20: 1,
      21: 2,
    });
    expect(active).toMatchObject({
      timeZone: "Europe/Berlin",
      isOwnZone: true,
      best: 8,
      planned: 8,
      bestFrom: "events",
    });
  });

  test("who did nothing and has no zone is on the company's clock", async () => {
    const [made] = await world.database.bulk((bulk) =>
      upsertPeople(bulk, world.platform.vault, now, [{ person: { userId: "quiet" }, seenMs: now.getTime() }]),
    );
    const { active } = await marketer.api.customer.get({ id: made?.customerId ?? 0 });
    expect(active).toMatchObject({ isOwnZone: false, best: 10, planned: 10, bestFrom: null });
    expect(active.counts).toEqual(new Array(24).fill(0));
  });
});
