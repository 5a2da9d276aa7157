import { afterAll, beforeAll, expect, test } from "vitest";
import { listAuditEntries } from "./audit-read";
import { type Database, openDatabase, type Sql } from "./database";
import { listOutbox, type OutboxPage } from "./outbox";
import { listReviews, type ReviewFilter } from "./reviews-list";
import { listRuns } from "./runs";
import { freshDatabase, type TestDatabase } from "./testing/test-database";

/** Enough that reading all of it and sorting costs more than any index. */
const MANY = 20_000;
const [SENT, REFUSED, HELD] = [0.6, 0.01, 0.5];

let fresh: TestDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase(fresh.ownerUrl, 2);
  const { sql } = database;
  const run = (text: string, ...more: unknown[]) => sql.rows(text, [MANY, ...more]);
  await sql.rows(
    `INSERT INTO campaigns (id, name, goal, state, holdout_share, created_at, created_by, updated_at)
     SELECT n, 'c' || n, 'win-back', 'live', 0, now(), 'user:1', now() FROM generate_series(1, 2) n`,
  );
  await run(
    `INSERT INTO runs (ref, campaign_id, campaign_version, configuration_version, policy_version, brand_version, at, seed, state, requested_by)
     SELECT 'r' || n, 1 + (n % 500 = 0)::int, 1, 1, 1, 1, now() - n * interval '1 minute', 1, 'done', 'user:1' FROM generate_series(1, $1::int) n`,
  );
  await run(
    `INSERT INTO outbox (run_id, customer_id, campaign_id, channel, creative_id, not_before, state, settled_at, reasons)
     SELECT 1, n, 1, 'email', 1, timestamptz '2026-01-01' + n * 7919 % $1 * interval '1 minute',
       CASE WHEN n <= $1 * $3::float8 THEN 'refused' WHEN n <= $1 * $2::float8 THEN 'sent' ELSE 'ready' END,
       CASE WHEN n <= $1 * $2 THEN timestamptz '2026-02-01' + n * 7919 % $1 * interval '1 minute' END, '{}'
     FROM generate_series(1, $1::int) n`,
    SENT,
    REFUSED,
  );
  await run(
    `INSERT INTO review_items (run_id, customer_id, campaign_id, creative_id, creative_hash, reasons, risk, opened_at, due_at, send_at,
       state, decided_at)
     SELECT 1, n, 1, 1, '\\x00', '{campaign.review}', 0.1, now(), timestamptz '2026-01-01' + n * 7919 % $1 * interval '1 minute', now(),
       CASE WHEN n <= $1 * $2::float8 THEN 'held' ELSE 'approved' END, CASE WHEN n > $1 * $2 THEN timestamptz '2026-02-01' END
     FROM generate_series(1, $1::int) n`,
    HELD,
  );
  await run(
    `INSERT INTO audit_entries (block, n, at, actor, action, entity_type, entity_id, body)
     SELECT n, 0, now(), CASE WHEN n % 1000 = 0 THEN 'user:7' ELSE 'customer' END,
       CASE WHEN n % 1000 = 0 THEN 'campaign.move' ELSE 'customer.set-consent' END, 'customer', n::text, '{}'
     FROM generate_series(1, $1::int) n`,
  );
  await sql.rows("ANALYZE");
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** Runs a list, and answers how PostgreSQL would read each of its queries that have a limit. */
async function plansOf(list: (sql: Sql) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  const explaining: Sql = {
    rows: async <Row>(text: string, params?: readonly unknown[]) => {
      if (/\bLIMIT\b/.test(text)) {
        const lines = await database.sql.rows<Record<"QUERY PLAN", string>>(
          `EXPLAIN (COSTS OFF) ${text}`,
          params ?? [],
        );
        plans.push(lines.map((line) => line["QUERY PLAN"]).join("\n"));
      }
      return database.sql.rows<Row>(text, params ?? []);
    },
  };
  await list(explaining);
  return plans;
}

const outbox = (page: Partial<OutboxPage>) => (sql: Sql) =>
  listOutbox(sql, {
    states: [],
    campaignId: null,
    runId: null,
    customerId: null,
    sort: "id",
    descending: true,
    limit: 25,
    offset: 0,
    ...page,
  });
const queue = (filter: Partial<ReviewFilter>) => (sql: Sql) =>
  listReviews(sql, {
    tab: "held",
    sort: "risk",
    reasons: [],
    campaignId: null,
    customerId: null,
    userId: null,
    after: null,
    limit: 50,
    ...filter,
  });
const audit = (filter: { actor?: string; action?: string }) => (sql: Sql) =>
  listAuditEntries(
    sql,
    { actor: null, action: null, entityType: null, entityId: null, from: null, to: null, ...filter },
    { before: null, limit: 50 },
  );

test.each([
  { list: "the outbox", index: "outbox_pkey", of: outbox({}) },
  { list: "its oldest", index: "outbox_pkey", of: outbox({ descending: false }) },
  { list: "the outbox by due", index: "outbox_not_before_id_idx", of: outbox({ sort: "notBefore" }) },
  { list: "the outbox by settled", index: "outbox_settled_idx", of: outbox({ sort: "settledAt" }) },
  { list: "what was refused", index: "outbox_apart_idx", of: outbox({ states: ["refused"] }) },
  { list: "the queue by risk", index: "review_items_state_risk_due_at_id_idx", of: queue({}) },
  { list: "the queue by due", index: "review_items_held_due_idx", of: queue({ sort: "due" }) },
  { list: "what was decided", index: "review_items_decided_idx", of: queue({ tab: "decided" }) },
  {
    list: "the runs of a campaign with few",
    index: "runs_campaign_id_id_idx",
    of: (sql: Sql) => listRuns(sql, { campaignId: 2, before: null, limit: 25 }),
  },
  { list: "what somebody did", index: "audit_entries_actor_block_n_idx", of: audit({ actor: "user:7" }) },
  {
    list: "what happened to campaigns",
    index: "audit_entries_action_block_n_idx",
    of: audit({ action: "campaign." }),
  },
])("$list is read along $index", async ({ index, of }) => {
  const plans = await plansOf(of);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.join("\n")).toContain(index);
  expect(plans.join("\n")).not.toContain("Seq Scan on outbox");
  expect(plans.join("\n")).not.toContain("Seq Scan on review_items");
  expect(plans.join("\n")).not.toContain("Seq Scan on audit_entries");
});

test("messages that are not settled come after the settled ones, page by page, each once", async () => {
  const seen: number[] = [];
  const settled: boolean[] = [];
  for (let offset = 0; offset < MANY; offset += 5_000) {
    const { rows, total } = await outbox({ sort: "settledAt", limit: 5_000, offset })(database.sql);
    expect(total).toBe(MANY);
    seen.push(...rows.map(({ id }) => id));
    settled.push(...rows.map(({ settledAt }) => settledAt !== null));
  }
  expect(new Set(seen).size).toBe(MANY);
  expect(settled.lastIndexOf(true)).toBe(MANY * SENT - 1);
  expect(settled.indexOf(false)).toBe(MANY * SENT);
});
