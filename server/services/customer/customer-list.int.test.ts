import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sendCustomers } from "@/server/api/files/send-customers";
import { DAY_MS } from "@/server/domain/time";
import { upsertPeople } from "@/server/store/people-write";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";
import { cookieOf } from "../testing/cookie-of";

const now = new Date("2026-03-10T12:00:00.000Z");
const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
const PEOPLE = 40;

const WAITING =
  "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database() AND query LIKE '%merged_into%'";

let world: ConsoleWorld;
let marketer: Awaited<ReturnType<ConsoleWorld["person"]>>;
let ids: number[];
const id = (n: number) => ids[n - 1] ?? 0;

/** Customer n of the first 30 bought once, n days ago, for n * 100; the rest never did. All came at the same instant. */
beforeAll(async () => {
  world = await consoleWorld(now);
  marketer = await world.person("marketer");
  const rows = Array.from({ length: PEOPLE }, (_, i) => ({
    person: { userId: `u${i + 1}`, email: `p${i + 1}@example.test`, firstName: i === 4 ? "=1+1" : "Kim" },
    country: "GB",
    vip: false,
    seenMs: ago(100).getTime(),
  }));
  const made = await world.database.bulk((bulk) => upsertPeople(bulk, world.platform.vault, now, rows));
  ids = made.map(({ customerId }) => customerId ?? 0);
  await world.sql.rows(
    `INSERT INTO orders (ref, customer_id, at, revenue_minor, currency)
     SELECT 'o' || n, id, $2::timestamptz - make_interval(days => n::int), 100 * n, 'USD'
     FROM unnest($1::int[]) WITH ORDINALITY AS q(id, n) WHERE n <= 30`,
    [ids, now],
  );
});
afterAll(() => world.close());

type Filter = NonNullable<Parameters<typeof marketer.api.customer.list>[0]>;

const found = async (filter: Filter) => {
  const { rows } = await marketer.api.customer.list({
    sort: "created",
    descending: false,
    limit: 100,
    ...filter,
  });
  return rows.map((row) => ids.indexOf(row.id) + 1);
};
const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe("what narrows the list", () => {
  test.each([
    { filter: { ordered: false }, people: span(31, 40) },
    { filter: { ordered: true, maxSilenceDays: 3 }, people: [1, 2] },
    { filter: { minSilenceDays: 29 }, people: [29, 30] },
    { filter: { minSpendMinor: 2_900 }, people: [29, 30] },
    { filter: { minSpendMinor: 300, maxSpendMinor: 500 }, people: [3, 4, 5] },
  ])("$filter", async ({ filter, people }) => {
    expect(await found(filter)).toEqual(people);
  });

  test("who is suppressed, by number or by address", async () => {
    await marketer.api.customer.suppress({ id: id(7), reason: "asked for it" });
    await world.sql.rows(
      `INSERT INTO suppressions (kind, hash, reason, at, source)
       SELECT kind, hash, 'unsubscribed', $2, 'test' FROM identities WHERE customer_id = $1 AND kind = 'email'`,
      [id(9), ago(1)],
    );
    expect(await found({ suppressed: true })).toEqual([7, 9]);
    expect(await found({ suppressed: false })).toHaveLength(PEOPLE - 2);
  });

  test("the segment that the newest decision found", async () => {
    await world.sql.rows(
      `INSERT INTO decisions (run_id, customer_id, chunk, campaign_id, at, verdict, node, reasons, segment)
       VALUES (1, $1, 0, 1, $3, 'skipped', 'action', '{}', 'lost'), (2, $1, 0, 1, $4, 'skipped', 'action', '{}', 'loyal'),
         (2, $2, 0, 1, $4, 'skipped', 'action', '{}', 'lost')`,
      [id(1), id(2), ago(9), ago(2)],
    );
    expect(await found({ segment: "lost" })).toEqual([2]);
    expect(await found({ segment: "loyal" })).toEqual([1]);
  });
});

describe("places", () => {
  test.each(["created", "lastOrder", "orders", "spend"] as const)(
    "by %s lead to every row once, in both directions",
    async (sort) => {
      for (const descending of [true, false]) {
        const { total, more, places } = await marketer.api.customer.places({ sort, descending, every: 10 });
        expect([total, more, places.length]).toEqual([PEOPLE, false, 4]);
        const seen: number[] = [];
        for (const after of [null, ...places]) {
          const { rows } = await marketer.api.customer.list({ sort, descending, after, limit: 10 });
          seen.push(...rows.map((row) => row.id));
        }
        const whole = await marketer.api.customer.list({ sort, descending, limit: 100 });
        expect(seen).toEqual(whole.rows.map((row) => row.id));
        expect(new Set(seen).size).toBe(PEOPLE);
      }
    },
  );

  test("follow the filter", async () => {
    const { total, places } = await marketer.api.customer.places({ ordered: true, every: 10 });
    expect([total, places.length]).toEqual([30, 3]);
    const nobody = await marketer.api.customer.places({ search: "nobody@example.test" });
    expect(nobody).toEqual({ total: 0, more: false, places: [] });
  });
});

describe("what they bought in all", () => {
  const totals = async (customerId: number) => {
    const [row] = await world.sql.rows<{ orders: number; spend: number; at: Date | null }>(
      `SELECT orders, spend_minor::float8 AS spend, last_order_at AS at FROM customer_totals WHERE customer_id = $1`,
      [customerId],
    );
    return [row?.orders, row?.spend, row?.at];
  };
  const buy = (ref: string, customerId: number, days: number, minor: number, currency = "USD") =>
    world.sql.rows(
      `INSERT INTO orders (ref, customer_id, at, revenue_minor, currency) VALUES ($1, $2, $3, $4, $5)`,
      [ref, customerId, ago(days), minor, currency],
    );

  test("follows every order that comes, changes, moves or goes", async () => {
    await buy("t1", id(40), 5, 700);
    await buy("t2", id(40), 9, 100);
    await buy("t3", id(40), 7, 999, "EUR");
    expect(await totals(id(40))).toEqual([3, 800, ago(5)]);
    await world.sql.rows("UPDATE orders SET revenue_minor = 300 WHERE ref = 't2'");
    await world.sql.rows("UPDATE orders SET customer_id = $1 WHERE ref = 't1'", [id(39)]);
    expect(await totals(id(40))).toEqual([2, 300, ago(7)]);
    expect(await totals(id(39))).toEqual([1, 700, ago(5)]);
    await world.sql.rows("DELETE FROM orders WHERE ref IN ('t1', 't2', 't3')");
    expect(await totals(id(40))).toEqual([0, 0, null]);
  });

  test("counts an order that its shop's clock dates ahead, and the page about the customer waits for its time", async () => {
    await buy("ahead", id(36), -0.5, 400);
    expect(await totals(id(36))).toEqual([1, 400, ago(-0.5)]);
    expect(
      (await marketer.api.customer.list({ ordered: true, maxSilenceDays: 1 })).rows.map((row) => row.id),
    ).toContain(id(36));
    expect((await marketer.api.customer.get({ id: id(36) })).facts).toMatchObject({
      orders: 0,
      spendMinor: 0,
    });
    await world.sql.rows("DELETE FROM orders WHERE ref = 'ahead'");
  });

  test("is exact after two who write at once", async () => {
    const both = Array.from({ length: 20 }, (_, i) => buy(`race${i}`, id(38), 3, 100));
    await Promise.all(both);
    expect(await totals(id(38))).toEqual([20, 2_000, ago(3)]);
    await world.sql.rows("DELETE FROM orders WHERE ref LIKE 'race%'");
  });

  test("is counted anew where the company changes its currency", async () => {
    await buy("e1", id(37), 4, 555, "EUR");
    const admin = await world.person("admin");
    const { body } = await admin.api.settings.current({ kind: "company" });
    const publish = (currency: string) =>
      world.sql.rows(
        `INSERT INTO setting_versions (kind, version, body, note, author, published_at)
         SELECT 'company', coalesce(max(version), 0) + 1, $1::jsonb, '', 'test', $2 FROM setting_versions WHERE kind = 'company'`,
        [JSON.stringify({ ...(body as object), currency }), now],
      );
    await publish("EUR");
    expect([await totals(id(37)), await totals(id(30))]).toEqual([
      [1, 555, ago(4)],
      [1, 0, ago(30)],
    ]);
    await publish("USD");
    expect(await totals(id(30))).toEqual([1, 3_000, ago(30)]);
    await world.sql.rows("DELETE FROM orders WHERE ref = 'e1'");
  });
});

describe("the chosen", () => {
  test("are suppressed together, what waits for them is taken back, and each has an entry in the audit", async () => {
    await world.sql.rows(
      `INSERT INTO outbox (run_id, customer_id, campaign_id, channel, creative_id, not_before, state, reasons)
       VALUES (1, $1, 1, 'email', 1, $3, 'ready', '{}'), (1, $2, 1, 'email', 1, $3, 'sent', '{}')`,
      [id(11), id(12), now],
    );
    const [gone] = await world.sql.rows<{ id: number }>(
      "INSERT INTO customers (created_at, merged_into) VALUES ($1, $2) RETURNING id",
      [now, id(13)],
    );
    const done = await marketer.api.customer.suppressSelected({
      selection: { ids: [id(12), id(11), gone?.id ?? 0, 999_999] },
      reason: "a wrong import",
    });
    expect(done).toEqual({ customers: 3, added: 6, cancelled: 1 });
    expect(await found({ suppressed: true })).toEqual([7, 9, 11, 12, 13]);
    const entries = (await world.audit("customer.suppress")).slice(-4);
    expect(entries.map(({ entity }) => entity)).toEqual(["3", ...[11, 12, 13].map((n) => String(id(n)))]);
    expect(entries[1]).toMatchObject({ data: { after: { reason: "a wrong import", together: 3 } } });
  });

  test("are followed when one of them is being merged into another", async () => {
    let suppressed: Promise<{ customers: number }> | undefined;
    await world.database.bulk(async ({ sql }) => {
      await sql.rows("UPDATE customers SET merged_into = $2 WHERE id = $1", [id(39), id(40)]);
      const selection = { ids: [id(39), id(38)] };
      suppressed = marketer.api.customer.suppressSelected({ selection, reason: "while merging" });
      await vi.waitUntil(async () => (await world.sql.rows(WAITING)).length > 0, { timeout: 20_000 });
    });
    expect(await suppressed).toMatchObject({ customers: 2 });
    expect((await world.audit("customer.suppress")).slice(-2).map(({ entity }) => entity)).toEqual(
      [38, 40].map((n) => String(id(n))),
    );
    await world.sql.rows("UPDATE customers SET merged_into = NULL WHERE id = $1", [id(39)]);
    await world.sql.rows("DELETE FROM suppressions WHERE customer_id = ANY($1)", [[id(38), id(40)]]);
  });

  test("may be all that match but a few", async () => {
    const { customers } = await marketer.api.customer.suppressSelected({
      selection: { matching: { minSpendMinor: 2_800 }, except: [id(29)] },
      reason: "test",
    });
    expect(customers).toBe(2);
    expect((await found({ suppressed: true })).slice(-2)).toEqual([28, 30]);
  });

  test("leave as a file that spreadsheets do not run; the audit keeps who took it, and no address", async () => {
    const ask = async (role: "marketer" | "reviewer", selection: unknown) =>
      sendCustomers(
        new Request("http://localhost:3000/api/customers/export", {
          method: "POST",
          headers: { cookie: await cookieOf(world, role), origin: "http://localhost:3000" },
          body: JSON.stringify({ selection }),
        }),
        { platform: world.platform, origins: ["http://localhost:3000"] },
      );
    const answer = await ask("marketer", { ids: [id(5), id(7)] });
    const lines = (await answer.text()).trimEnd().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(`u5,p5@example.test,'=1+1`);
    expect(lines[2]).toMatch(/manual,1,700,2026-03-03T12:00:00.000Z/);
    const all = await ask("marketer", { matching: { search: "p3@example.test" } });
    expect((await all.text()).trimEnd().split("\r\n")).toHaveLength(2);
    const entries = await world.audit("customer.export");
    expect(entries.map(({ entity }) => entity)).toEqual(["2", "1"]);
    expect(entries[1]).toMatchObject({ data: { after: { customers: 1, matching: { searched: true } } } });
    expect(JSON.stringify(entries)).not.toContain("p3@example.test");
    expect((await ask("reviewer", { ids: [id(5)] })).status).toBe(403);
    expect((await ask("marketer", { ids: [] })).status).toBe(400);
    expect((await ask("marketer", { matching: { search: "nobody@example.test" } })).status).toBe(404);
  });
});
