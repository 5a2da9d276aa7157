import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "@/server/domain/time";
import { upsertPeople } from "@/server/store/people-write";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const now = new Date("2026-03-10T12:00:00.000Z");
const ago = (ms: number) => new Date(now.getTime() - ms);
const HOUR_OF = [5, 3, 9, 1, 7];

let world: ConsoleWorld;
let marketer: Awaited<ReturnType<ConsoleWorld["person"]>>;
/** in the order of their numbers u1, u2 … */
let ids: number[];

beforeAll(async () => {
  world = await consoleWorld(now);
  marketer = await world.person("marketer");
  const rows = HOUR_OF.map((_, i) => ({
    person: { userId: `u${i + 1}`, email: `p${i + 1}@example.test`, firstName: "Kim", lastName: `N${i + 1}` },
    country: i % 2 === 0 ? "GB" : "DE",
    vip: i === 0,
    seenMs: ago((10 - i) * DAY_MS).getTime(),
  }));
  const made = await world.database.bulk((bulk) => upsertPeople(bulk, world.platform.vault, now, rows));
  ids = made.map(({ customerId }) => customerId ?? 0);
  for (const [i, id] of ids.entries()) await order(id, i);
  await consent(id(1), "granted");
  await consent(id(2), "withdrawn");
});
afterAll(() => world.close());

const id = (n: number) => ids[n - 1] ?? 0;

/** Customer n buys as many times as HOUR_OF says, an hour apart. */
async function order(customerId: number, i: number): Promise<void> {
  await world.sql.rows(
    `INSERT INTO orders (ref, customer_id, at, revenue_minor, currency)
     SELECT 'o' || $1::int || '-' || n, $1::int, $2::timestamptz - make_interval(hours => n), 100 * n, 'USD'
     FROM generate_series(1, $3::int) n`,
    [customerId, ago(i * DAY_MS), HOUR_OF[i]],
  );
}
const consent = (customerId: number, state: string) =>
  world.sql.rows(
    `INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
     VALUES ($1::int, 'marketing', 'email', $2, $3, 'import', 'import', 'c' || $1::int)`,
    [customerId, state, ago(DAY_MS)],
  );
const waiting = (customerId: number, runId: number) =>
  world.sql.rows(
    `INSERT INTO outbox (run_id, customer_id, campaign_id, channel, creative_id, not_before, state, reasons)
     VALUES ($1, $2, 1, 'email', 1, $3, 'ready', '{}')`,
    [runId, customerId, now],
  );
const outboxOf = (customerId: number) =>
  world.sql.rows("SELECT state, reasons FROM outbox WHERE customer_id = $1 ORDER BY run_id", [customerId]);
const code = async (call: Promise<unknown>) =>
  call.then(
    () => "in",
    (error: unknown) => (error instanceof TRPCError ? error.code : error),
  );

describe("the list", () => {
  test("finds a customer by whole address in any case, by their number, and by ours", async () => {
    for (const search of ["P3@example.test", "u3", `#${id(3)}`]) {
      const { rows } = await marketer.api.customer.list({ search });
      expect(rows.map((row) => [row.id, row.name])).toEqual([[id(3), "Kim N3"]]);
    }
    expect((await marketer.api.customer.list({ search: "p3@example" })).rows).toEqual([]);
    expect((await marketer.api.customer.list({ search: "'; DROP TABLE customers --" })).rows).toEqual([]);
  });

  test("shows what they bought and whether they may be written to", async () => {
    const { rows } = await marketer.api.customer.list({ search: "u1" });
    expect(rows).toEqual([
      {
        id: id(1),
        name: "Kim N1",
        country: "GB",
        vip: true,
        emailConsent: "granted",
        suppression: null,
        orders: 5,
        spendMinor: 1500,
        lastOrderAt: ago(HOUR_MS),
        createdAt: ago(10 * DAY_MS),
      },
    ]);
  });

  test.each([
    { filter: { country: "DE" }, found: [4, 2] },
    { filter: { vip: true }, found: [1] },
    { filter: { consent: "withdrawn" as const }, found: [2] },
    { filter: { consent: "none" as const }, found: [5, 4, 3] },
    { filter: { consent: "none" as const, country: "GB" }, found: [5, 3] },
  ])("narrows by $filter", async ({ filter, found }) => {
    const { rows } = await marketer.api.customer.list(filter);
    expect(rows.map((row) => row.id)).toEqual(found.map(id));
  });

  test.each([
    { sort: "created" as const, descending: true, order: [5, 4, 3, 2, 1] },
    { sort: "created" as const, descending: false, order: [1, 2, 3, 4, 5] },
    { sort: "orders" as const, descending: true, order: [3, 5, 1, 2, 4] },
    { sort: "spend" as const, descending: false, order: [4, 2, 1, 5, 3] },
    { sort: "lastOrder" as const, descending: true, order: [1, 2, 3, 4, 5] },
  ])(
    "pages through $sort, descending $descending, and shows each once",
    async ({ sort, descending, order }) => {
      const seen: number[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof marketer.api.customer.list>> = await marketer.api.customer.list(
          {
            sort,
            descending,
            after,
            limit: 2,
          },
        );
        seen.push(...page.rows.map((row) => row.id));
        after = page.next;
      } while (after !== null);
      expect(seen).toEqual(order.map(id));
    },
  );

  test("names the countries that occur", async () => {
    expect(await marketer.api.customer.countries({})).toEqual({ countries: ["DE", "GB"] });
  });

  test("is closed to who may not read customers", async () => {
    const executive = await world.person("executive");
    expect(await code(executive.api.customer.list({}))).toBe("FORBIDDEN");
    expect(await code(executive.api.customer.get({ id: id(1) }))).toBe("FORBIDDEN");
    const reviewer = await world.person("reviewer");
    expect(await code(reviewer.api.customer.suppress({ id: id(1), reason: "no" }))).toBe("FORBIDDEN");
  });
});

describe("one customer", () => {
  test("is who they are, what they agreed to, what is known and what happened", async () => {
    const customer = await marketer.api.customer.get({ id: id(1) });
    expect(customer).toMatchObject({
      id: id(1),
      asOf: now,
      erasedAt: null,
      person: { userId: "u1", email: "p1@example.test", firstName: "Kim", lastName: "N1", phone: null },
      vip: true,
      consents: [{ purpose: "marketing", channel: "email", state: "granted", source: "import" }],
      suppressions: [],
      facts: { orders: 5, spendMinor: 1500, emailConsent: "granted" },
      lastDecision: null,
    });
    expect(customer.person).not.toHaveProperty("asOf");
    expect(await code(marketer.api.customer.get({ id: 999_999 }))).toBe("NOT_FOUND");
  });

  test("the timeline is one, newest first, in pages without gaps, and can be narrowed", async () => {
    await history(id(5));
    const entries: string[] = [];
    let after: string | null = null;
    do {
      const { timeline }: Awaited<ReturnType<typeof marketer.api.customer.get>> =
        await marketer.api.customer.get({ id: id(5), after, limit: 3 });
      entries.push(...timeline.rows.map(({ kind, name, detail }) => [kind, name, detail].join("|")));
      after = timeline.next;
    } while (after !== null);
    expect(entries).toEqual([
      "outcome|click|",
      "event|Home|page",
      "event|Home|page",
      "event|Home|page",
      "event|Home|page",
      "sent|email|Come back",
      "decision|approved|Come back · tone",
      "decision|held|Come back · discount.high, value.high",
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => `order|ordered|o${id(5)}-${n}`),
      "ticket|complaint|t1",
    ]);
    const kinds = async (show: "decisions" | "messages" | "orders" | "behaviour" | "consent") => {
      const { timeline } = await marketer.api.customer.get({ id: id(5), show });
      return [...new Set(timeline.rows.map(({ kind }) => kind))].sort();
    };
    expect(await kinds("decisions")).toEqual(["decision"]);
    expect(await kinds("messages")).toEqual(["outcome", "sent"]);
    expect(await kinds("orders")).toEqual(["order"]);
    expect(await kinds("behaviour")).toEqual(["event", "ticket"]);
    expect(await kinds("consent")).toEqual([]);
  });

  /** Something of every kind; four events at the same instant. */
  async function history(customerId: number): Promise<void> {
    const rows = world.sql.rows;
    await rows("SELECT ensure_months('events', ARRAY[$1::date]), ensure_months('touches', ARRAY[$1::date])", [
      now,
    ]);
    await rows(
      `INSERT INTO campaigns (id, name, goal, state, holdout_share, created_at, created_by, updated_at)
       VALUES (7, 'Come back', 'win-back', 'live', 0, $1, 'user:1', $1)`,
      [now],
    );
    await rows(
      `INSERT INTO events (key, customer_id, type, name, at, received_at)
       SELECT gen_random_uuid(), $1, 'page', 'Home', $2, $2 FROM generate_series(1, 4)`,
      [customerId, ago(2 * HOUR_MS)],
    );
    await rows(
      `INSERT INTO touches (outbox_id, at, run_id, customer_id, campaign_id, channel, variant, segment, creative_id, message_id, cost_minor)
       VALUES (1, $2, 1, $1, 7, 'email', 'a', 's', 1, 'm', 0)`,
      [customerId, ago(3 * HOUR_MS)],
    );
    await rows(
      `INSERT INTO outcomes (outbox_id, customer_id, campaign_id, kind, at, bot, ref)
       VALUES (1, $1, 7, 'click', $2, false, 'r1'), (1, $1, 7, 'open', $2, true, 'r2')`,
      [customerId, ago(HOUR_MS)],
    );
    await rows(
      `INSERT INTO decisions (run_id, customer_id, chunk, campaign_id, at, verdict, node, reasons)
       VALUES (1, $1, 0, 7, $2, 'held', 'safety', '{discount.high,value.high}')`,
      [customerId, ago(5 * HOUR_MS)],
    );
    await rows(
      `INSERT INTO review_items (run_id, customer_id, campaign_id, creative_id, creative_hash, reasons, risk, opened_at,
         due_at, send_at, state, decided_at, reason_code)
       VALUES (1, $1, 7, 1, '\\x00', '{}', 0, $2, $2, $2, 'approved', $3, 'tone')`,
      [customerId, ago(5 * HOUR_MS), ago(4 * HOUR_MS)],
    );
    await rows("INSERT INTO tickets (ref, customer_id, kind, opened_at) VALUES ('t1', $1, 'complaint', $2)", [
      customerId,
      ago(9 * DAY_MS),
    ]);
  }

  test("who turned out to be another is answered as that one, with what stands under both numbers", async () => {
    const [row] = await world.sql.rows<{ id: number }>(
      "INSERT INTO customers (created_at, merged_into) VALUES ($1, $2) RETURNING id",
      [ago(DAY_MS), id(4)],
    );
    await order(row?.id ?? 0, 3);
    const customer = await marketer.api.customer.get({ id: row?.id ?? 0, show: "orders" });
    expect(customer.id).toBe(id(4));
    expect(customer.timeline.rows).toHaveLength(2);
    const { rows } = await marketer.api.customer.list({});
    expect(rows.map((one) => one.id)).not.toContain(row?.id);
  });
});

describe("what a person may change", () => {
  test("a withdrawal is a row in the ledger, takes back what waits, and is audited", async () => {
    await waiting(id(1), 1);
    const change = {
      id: id(1),
      channel: "email" as const,
      state: "withdrawn" as const,
      reason: "said so on the phone",
    };
    expect(await marketer.api.customer.setConsent(change)).toMatchObject({ cancelled: 1 });
    expect(await outboxOf(id(1))).toEqual([{ state: "cancelled", reasons: ["consent.withdrawn"] }]);
    const customer = await marketer.api.customer.get({ id: id(1), show: "consent" });
    expect(customer.consents).toMatchObject([{ state: "withdrawn", source: "console" }]);
    expect(customer.timeline.rows.map(({ name }) => name)).toEqual(["withdrawn", "granted"]);
    await marketer.api.customer.setConsent({ ...change, state: "granted" });
    expect((await marketer.api.customer.get({ id: id(1) })).facts.emailConsent).toBe("granted");
    expect(await world.audit("customer.set-consent")).toMatchObject([
      {
        actor: marketer.name,
        entity: String(id(1)),
        data: { before: { state: "granted" }, after: { state: "withdrawn", reason: change.reason } },
      },
      { data: { before: { state: "withdrawn" }, after: { state: "granted" } } },
    ]);
  });

  test("a suppression holds by number and address, takes back what waits, and changes nothing twice", async () => {
    await waiting(id(3), 1);
    const call = () => marketer.api.customer.suppress({ id: id(3), reason: "asked for it" });
    expect(await call()).toMatchObject({ added: 2, cancelled: 1 });
    expect(await call()).toMatchObject({ added: 0, cancelled: 0 });
    const customer = await marketer.api.customer.get({ id: id(3) });
    expect(customer.suppressions.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["customer", "manual"],
      ["email", "manual"],
    ]);
    expect(customer.facts.emailSuppression).toBe("manual");
    expect(await world.audit("customer.suppress")).toHaveLength(2);
    expect(await code(marketer.api.customer.suppress({ id: id(3), reason: "  " }))).toBe("BAD_REQUEST");
    expect(await code(marketer.api.customer.suppress({ id: 999_999, reason: "x" }))).toBe("NOT_FOUND");
  });
});
