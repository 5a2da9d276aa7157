import { ManualClock } from "@/server/clock";
import type { Context } from "@/server/context";
import type { Platform } from "@/server/platform";
import { openDatabase, type Sql } from "@/server/store/database";
import { freshDatabase } from "@/server/store/testing/test-database";
import { Vault } from "@/server/store/vault";

export type TouchRow = {
  outboxId: number;
  at: Date;
  customerId: number;
  campaignId?: number;
  runId?: number;
  variant?: string;
};
export type OrderRow = { id: number; at: Date; customerId: number; minor: number; currency?: string };
export type DecisionRow = {
  customerId: number;
  verdict: "sent-on" | "held" | "blocked" | "skipped" | "holdout";
  holdout?: "global" | "campaign";
  node?: string;
  reasons?: string[];
  /** the reasons of guardrails that blocked; the others called a person */
  blockedBy?: string[];
  channel?: string;
  action?: string;
};
export type OutcomeRow = { outboxId: number; customerId: number; kind: string; at: Date; bot?: boolean };

const outOfReach = () => Promise.reject(new Error("measuring reaches nothing but the database"));

/** A database of its own, a clock that is wound, and rows as the other parts of the line would have left them. */
export async function measuringWorld(start: Date) {
  const fresh = await freshDatabase();
  const database = openDatabase(fresh.appUrl, 4);
  const clock = new ManualClock(start);
  const platform: Platform = {
    database,
    vault: new Vault(Buffer.alloc(32, 7).toString("base64")),
    clock,
    emit: outOfReach,
    renderer: { render: outOfReach, close: async () => undefined },
    senders: { email: { send: outOfReach, close: async () => undefined } },
    writer: { write: outOfReach },
    publicUrl: "http://localhost:3000",
  };
  const ctx: Context = { actor: { kind: "system", job: "test" }, platform };
  return {
    ctx,
    clock,
    sql: database.sql,
    ...touchesOf(database.sql),
    ...decisionsOf(database.sql),
    async close() {
      await database.close();
      await fresh.drop();
    },
  };
}

function touchesOf(sql: Sql) {
  return {
    async touch({
      outboxId,
      at,
      customerId,
      campaignId = 1,
      runId = 1,
      variant = "a",
    }: TouchRow): Promise<void> {
      await sql.rows("SELECT ensure_months('touches', ARRAY[$1::timestamptz::date])::text", [at]);
      await sql.rows(
        `INSERT INTO touches (outbox_id, at, run_id, customer_id, campaign_id, channel, variant, segment,
           creative_id, message_id, cost_minor)
         VALUES ($1, $2, $7, $3, $4, 'email', $5, 'lapsing', 1, $6, 0.1)`,
        [outboxId, at, customerId, campaignId, variant, `<${outboxId}@example.test>`, runId],
      );
    },
    async order({ id, at, customerId, minor, currency = "USD" }: OrderRow): Promise<void> {
      await sql.rows(
        `INSERT INTO orders (id, ref, customer_id, at, revenue_minor, currency)
         VALUES ($1::bigint, 'o' || $1, $2, $3, $4, $5)`,
        [id, customerId, at, minor, currency],
      );
    },
    async outcome({ outboxId, customerId, kind, at, bot = false }: OutcomeRow): Promise<void> {
      await sql.rows(
        `INSERT INTO outcomes (outbox_id, customer_id, campaign_id, kind, at, bot, ref)
         VALUES ($1, $2, 1, $3, $4, $5, gen_random_uuid()::text)`,
        [outboxId, customerId, kind, at, bot],
      );
    },
    conversions: () =>
      sql.rows<{ order: number; touch: number; minor: number }>(
        `SELECT order_id AS order, outbox_id AS touch, value_minor AS minor FROM outcomes
         WHERE kind = 'conversion' ORDER BY order_id`,
      ),
    days: () =>
      sql.rows<Record<string, string | number>>(
        `SELECT to_char(day, 'YYYY-MM-DD') AS day, variant, touches, opens, clicks, conversions, unsubscribes,
           bounces, complaints, revenue_minor, cost_minor::float8 FROM touch_days ORDER BY day, campaign_id, variant`,
      ),
  };
}

function decisionsOf(sql: Sql) {
  return {
    async run(id: number, campaignId: number, at: Date, decisions: readonly DecisionRow[]): Promise<void> {
      await sql.rows(
        `INSERT INTO runs (id, ref, campaign_id, campaign_version, configuration_version, policy_version,
           brand_version, at, seed, state, requested_by)
         VALUES ($1::int, 'run' || $1, $2, 1, 0, 0, 0, $3, 1, 'done', 'user:1')`,
        [id, campaignId, at],
      );
      await sql.rows(
        "INSERT INTO run_chunks (run_id, chunk, at, counts, context, milliseconds) VALUES ($1, 0, $2, '{}', '{}', 1)",
        [id, at],
      );
      for (const {
        customerId,
        verdict,
        holdout = null,
        node = "deliver",
        reasons = [],
        blockedBy = [],
        channel = null,
        action = null,
      } of decisions) {
        await sql.rows(
          `INSERT INTO decisions (run_id, customer_id, chunk, campaign_id, at, holdout, verdict, node, reasons, channel, action)
           VALUES ($1, $2, 0, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [id, customerId, campaignId, at, holdout, verdict, node, reasons, channel, action],
        );
        const level = (code: string) => (blockedBy.includes(code) ? "block" : "doubt");
        const checks = reasons.map((code) => ({ guardrail: code, level: level(code), code }));
        await sql.rows("INSERT INTO decision_traces (run_id, customer_id, trace) VALUES ($1, $2, $3)", [
          id,
          customerId,
          JSON.stringify(verdict === "blocked" ? { checks } : {}),
        ]);
      }
    },
    async campaign(id: number, name: string): Promise<void> {
      await sql.rows(
        `INSERT INTO campaigns (id, name, goal, state, holdout_share, created_at, created_by, updated_at)
         VALUES ($1, $2, 'win-back', 'live', 0.1, now(), 'user:1', now())`,
        [id, name],
      );
    },
    async review(
      runId: number,
      customerId: number,
      given: { state: string; edited?: boolean; decidedAt?: Date; milliseconds?: number },
    ): Promise<void> {
      await sql.rows(
        `INSERT INTO review_items (run_id, customer_id, campaign_id, creative_id, creative_hash, reasons, risk,
           opened_at, due_at, send_at, state, edited, decided_at, milliseconds)
         VALUES ($1, $2, 1, 1, '\\x00', '{}', 0, now(), now(), now(), $3, $4, $5, $6)`,
        [
          runId,
          customerId,
          given.state,
          given.edited ?? false,
          given.decidedAt ?? null,
          given.milliseconds ?? null,
        ],
      );
    },
  };
}
