import { campaignBody } from "@/server/domain/campaign";
import type { CopyText } from "@/server/domain/copy/copy-text";
import { creativeHash } from "@/server/domain/creative-hash";
import { defaultBrand } from "@/server/domain/settings/brand";
import { defaultCompany } from "@/server/domain/settings/company";
import { defaultConfiguration } from "@/server/domain/settings/configuration";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { compileEmail } from "@/server/render/compile-email";
import { type ConsoleWorld, consoleWorld } from "../../testing/console-world";

export const start = new Date("2026-03-02T09:00:00Z");
export const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

export const COPY: CopyText = {
  subject: "We kept something for you",
  preheader: "A small thank you",
  heading: 'Hello {{ person.firstName | default: "there" }}',
  paragraphs: ["It has been a while.", "Come and have a look."],
  callToAction: "Have a look",
};

const brand = { ...defaultBrand, name: "Larkfield" };
const company = { ...defaultCompany, name: "Larkfield", postalAddress: "18 Mill Lane, Portland" };
const campaign = campaignBody.parse({ name: "Win back", goal: "win-back" });

/** A live campaign whose run has held messages for a few customers, all with the same words. */
export async function reviewWorld() {
  const world = await consoleWorld(start);
  const { sql } = world;
  for (const [kind, body] of Object.entries({ brand, company, policy: defaultPolicy })) {
    await sql.rows(
      "INSERT INTO setting_versions (kind, version, body, note, author, published_at) VALUES ($1, 1, $2, 'first', 'test', $3)",
      [kind, JSON.stringify(body), start],
    );
  }
  await sql.rows(
    `INSERT INTO campaigns (id, name, goal, state, holdout_share, created_at, created_by, updated_at)
     VALUES (7, 'Win back', 'win-back', 'live', 0.1, $1, 'test', $1)`,
    [start],
  );
  await sql.rows("INSERT INTO campaign_versions VALUES (7, 1, $1, 'test', $2)", [
    JSON.stringify(campaign),
    start,
  ]);
  const plan = {
    campaign,
    configuration: defaultConfiguration,
    company: { currency: "USD", timeZone: "Etc/UTC", language: "en", postalAddress: company.postalAddress },
    arms: [
      { action: "message", offerId: null, channel: "email" },
      { action: "nudge", offerId: null, channel: "email" },
    ],
  };
  await sql.rows(
    `INSERT INTO runs (id, ref, campaign_id, campaign_version, configuration_version, policy_version, brand_version, at, seed,
       state, requested_by, plan) VALUES (3, 'r3', 7, 1, 0, 1, 1, $1, 1, 'done', 'test', $2)`,
    [start, JSON.stringify(plan)],
  );
  const piece = await compileEmail({ copy: COPY, brand, company, offer: null, language: "en" });
  const { subject, preheader, html, text, slots } = piece;
  const hash = creativeHash({ ...piece, offerId: null, brandVersion: 1 });
  await sql.rows(
    `INSERT INTO creatives (id, campaign_id, campaign_version, segment, action, channel, variant, language, subject, preheader,
       html, text, slots, copy, brand_version, creative_hash, written_by, created_at)
     VALUES (11, 7, 1, 'lapsing', 'message', 'email', 'a', 'en', $1, $2, $3, $4, $5, $6, 1, $7, 'model', $8),
       (12, 7, 1, 'lapsing', 'nudge', 'email', 'a', 'en', 'A nudge', '', $3, $4, $5, $6, 1, sha256('nudge'), 'rules', $8)`,
    [subject, preheader, html, text, JSON.stringify(slots), JSON.stringify(COPY), hash, start],
  );
  await sql.rows("SELECT nextval('creatives_id_seq')::text FROM generate_series(1, 20)");
  return { ...world, hash: hash.toString("hex"), hold: holdIn(world, hash), outbox: outboxIn(world) };
}

type Held = {
  id: number;
  risk?: number;
  reasons?: string[];
  dueAt?: Date;
  sendAt?: Date;
  campaignId?: number;
};

/** Holds a message for the customer with the item's own number. */
const holdIn =
  ({ sql, platform }: ConsoleWorld, hash: Buffer) =>
  async ({
    id,
    risk = 0.4,
    reasons = ["review.words-unapproved"],
    dueAt = later(1440),
    sendAt = later(120),
  }: Held) => {
    const key = platform.vault.newKey();
    const person = { firstName: "Elena", lastName: `Marsh ${id}`, email: `elena${id}@example.test` };
    await sql.rows(
      "INSERT INTO customers (id, created_at, country, language, has_email) VALUES ($1, $2, 'US', 'en', true)",
      [id, new Date("2024-01-01T00:00:00Z")],
    );
    await sql.rows("INSERT INTO person_keys VALUES ($1, $2)", [id, key]);
    await sql.rows("INSERT INTO people VALUES ($1, $2, $3)", [id, platform.vault.seal(key, person), start]);
    await sql.rows(
      `INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
       VALUES ($1::int, 'marketing', 'email', 'granted', $2, 'test', 'test', 'c' || $1)`,
      [id, new Date("2025-01-01T00:00:00Z")],
    );
    await sql.rows(
      `INSERT INTO orders (ref, customer_id, at, revenue_minor, currency) SELECT 'o' || $1 || '-' || n, $1::int,
       $2::timestamptz - n * interval '20 days', 5000, 'USD' FROM generate_series(1, 8) n`,
      [id, start],
    );
    await sql.rows(
      `INSERT INTO decisions (run_id, customer_id, chunk, campaign_id, at, segmentor, segment, action, channel, variant,
         creative_id, propensity, verdict, node, reasons, send_at)
       VALUES (3, $1, 0, 7, $2, 'behavioural', 'lapsing', 'message', 'email', 'a', 11, 0.45, 'held', 'review', $3, $4)`,
      [id, start, reasons, sendAt],
    );
    const trace = {
      context: "0",
      facts: {},
      insights: [{ code: "orders.silence", figure: 20 }],
      scores: [41.5, 12],
      chances: [0.9, 0.1],
      checks: [
        {
          guardrail: "high-value",
          level: "doubt",
          code: "high-value.vip",
          facts: { vip: true },
          span: "a while",
        },
      ],
    };
    await sql.rows("INSERT INTO decision_traces VALUES (3, $1, $2)", [id, JSON.stringify(trace)]);
    await sql.rows(
      `INSERT INTO review_items (id, run_id, customer_id, campaign_id, creative_id, creative_hash, reasons, risk, opened_at,
         due_at, send_at, state) VALUES ($1, 3, $1, 7, 11, $2, $3, $4, $5, $6, $7, 'held')`,
      [id, hash, reasons, risk, start, dueAt, sendAt],
    );
    return id;
  };

export type OutboxRow = { customerId: number; creativeId: number; state: string; notBefore: Date };

const outboxIn =
  ({ sql }: ConsoleWorld) =>
  (): Promise<OutboxRow[]> =>
    sql.rows<OutboxRow>(
      `SELECT customer_id AS "customerId", creative_id AS "creativeId", state, not_before AS "notBefore" FROM outbox ORDER BY 1`,
    );

export type ReviewWorld = Awaited<ReturnType<typeof reviewWorld>>;
