import { type CampaignBody, campaignBody } from "@/server/domain/campaign";
import { writeByRules } from "@/server/domain/copy/write-by-rules";
import { creativeHash } from "@/server/domain/creative-hash";
import type { Decision } from "@/server/domain/decision";
import { defaultBrand } from "@/server/domain/settings/brand";
import { type Company, defaultCompany } from "@/server/domain/settings/company";
import { defaultConfiguration } from "@/server/domain/settings/configuration";
import { compileEmail } from "@/server/render/compile-email";
import type { Database, Sql } from "@/server/store/database";
import { type DecidedRow, writeChunk } from "@/server/store/decide.sql";
import type { Vault } from "@/server/store/vault";

export const TEST_COMPANY: Company = {
  ...defaultCompany,
  name: "Kiosk",
  fromName: "Kiosk",
  fromAddress: "hello@kiosk.example",
  postalAddress: "1 Main Street, Springfield",
  websiteUrl: "https://kiosk.example/shop",
};

/** Publishes a sender that may send. */
export async function seedCompany(sql: Sql, at: Date): Promise<void> {
  await sql.rows(
    `INSERT INTO setting_versions (kind, version, body, note, author, published_at) VALUES ('company', 1, $1, '', 'test', $2)`,
    [JSON.stringify(TEST_COMPANY), at],
  );
}

/** Customers who may be written to: known by address, with consent, with three orders. Answers their ids, in order. */
export async function seedCustomers(sql: Sql, vault: Vault, count: number, at: Date): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `INSERT INTO customers (created_at, country, time_zone, language, has_email)
     SELECT $2::timestamptz - interval '400 days', 'US', 'Etc/UTC', 'en', true FROM generate_series(1, $1::int) RETURNING id`,
    [count, at],
  );
  const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
  const keys = ids.map(() => vault.newKey());
  const addresses = ids.map((id) => `c${id}@example.test`);
  const sealed = ids.map((id, i) =>
    vault.seal(keys[i] ?? Buffer.alloc(0), { email: addresses[i], firstName: `Name${id}` }),
  );
  await sql.rows(
    "INSERT INTO person_keys (customer_id, wrapped) SELECT * FROM unnest($1::int[], $2::bytea[])",
    [ids, keys],
  );
  await sql.rows(
    `INSERT INTO people (customer_id, sealed, updated_at) SELECT id, sealed, $3 FROM unnest($1::int[], $2::bytea[]) AS p(id, sealed)`,
    [ids, sealed, at],
  );
  await sql.rows(
    `INSERT INTO identities (kind, hash, customer_id) SELECT 'email', hash, id FROM unnest($1::int[], $2::bytea[]) AS i(id, hash)`,
    [ids, addresses.map((address) => vault.identityHash("email", address))],
  );
  await sql.rows(
    `INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
     SELECT id, 'marketing', 'email', 'granted', $2::timestamptz - interval '300 days', 'test', 'test', 'seed:' || id
     FROM unnest($1::int[]) AS id`,
    [ids, at],
  );
  await sql.rows(
    `INSERT INTO orders (ref, customer_id, at, revenue_minor, currency)
     SELECT 'seed:' || id || ':' || n, id, $2::timestamptz - make_interval(days => n * 20), 5000, 'USD'
     FROM unnest($1::int[]) AS id, generate_series(1, 3) AS n`,
    [ids, at],
  );
  return ids;
}

export type SeededCampaign = { campaignId: number; runId: number; creativeId: number; outboxIds: number[] };

/** A live campaign whose run has put one message for each customer into the outbox, due at `at`. */
export async function seedCampaign(
  database: Database,
  customerIds: readonly number[],
  at: Date,
  over: { body?: Partial<CampaignBody>; offerId?: string | null } = {},
): Promise<SeededCampaign> {
  const { sql } = database;
  const body = campaignBody.parse({ name: "Come back", goal: "win-back", ...over.body });
  const [campaign] = await sql.rows<{ id: number }>(
    `INSERT INTO campaigns (name, goal, state, version, holdout_share, created_at, created_by, updated_at)
     VALUES ($1, $2, 'live', 1, 0, $3, 'test', $3) RETURNING id`,
    [body.name, body.goal, at],
  );
  const campaignId = campaign?.id ?? 0;
  await sql.rows(
    "INSERT INTO campaign_versions (campaign_id, version, body, author, at) VALUES ($1, 1, $2, 'test', $3)",
    [campaignId, JSON.stringify(body), at],
  );
  const [run] = await sql.rows<{ id: number }>(
    `INSERT INTO runs (ref, campaign_id, campaign_version, configuration_version, policy_version, brand_version, at, seed,
       state, requested_by) VALUES ('seed:' || $1::int, $1, 1, 0, 0, 0, $2, 1, 'deciding', 'test') RETURNING id`,
    [campaignId, at],
  );
  const runId = run?.id ?? 0;
  const offerId = over.offerId ?? null;
  const creativeId = await seedCreative(sql, campaignId, offerId, at);
  await sql.rows(
    "INSERT INTO run_audience (run_id, chunk, customer_id) SELECT $1, 0, id FROM unnest($2::int[]) AS id",
    [runId, customerIds],
  );
  const rows = customerIds.map((customerId): DecidedRow => {
    const decision: Decision = {
      ...DECIDED,
      runId,
      customerId,
      campaignId,
      atMs: at.getTime(),
      offerId,
      creativeId,
      sendAtMs: at.getTime(),
    };
    return { decision, trace: "{}", review: null };
  });
  await writeChunk(database, {
    runId,
    chunk: 0,
    at,
    reviewDueAt: at,
    context: "{}",
    counts: COUNTS,
    milliseconds: 0,
    rows,
  });
  await sql.rows("UPDATE runs SET state = 'done' WHERE id = $1", [runId]);
  const outbox = await sql.rows<{ id: number }>("SELECT id FROM outbox WHERE run_id = $1 ORDER BY id", [
    runId,
  ]);
  return { campaignId, runId, creativeId, outboxIds: outbox.map(({ id }) => id) };
}

const DECIDED = {
  chunk: 0,
  holdout: null,
  segmentor: "rfm",
  segment: "lost",
  action: "nudge",
  channel: "email",
  variant: "a",
  propensity: 1,
  verdict: "sent-on",
  node: "deliver",
  reasons: [],
} as const;
const COUNTS = { "sent-on": 0, held: 0, blocked: 0, skipped: 0, holdout: 0 };

async function seedCreative(sql: Sql, campaignId: number, offerId: string | null, at: Date): Promise<number> {
  const offer = defaultConfiguration.offers.find(({ id }) => id === offerId) ?? null;
  const action = offer === null ? "nudge" : "offer";
  const common = { brand: defaultBrand, company: TEST_COMPANY, offer, language: "en" } as const;
  const copy = writeByRules({
    ...common,
    campaignId,
    goal: "win-back",
    brief: "",
    segment: "lost",
    action,
    channel: "email",
    variant: "a",
  });
  const piece = await compileEmail({ ...common, copy });
  const { subject, preheader, html, text, slots, links } = piece;
  const hash = creativeHash({ ...piece, offerId, brandVersion: 0 });
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO creatives (campaign_id, campaign_version, segment, action, offer_id, channel, variant, language, subject,
       preheader, html, text, slots, copy, brand_version, creative_hash, written_by, created_at)
     VALUES ($1, 1, 'lost', $2, $3, 'email', 'a', 'en', $4, $5, $6, $7, $8, $9, 0, $10, 'rules', $11) RETURNING id`,
    [
      campaignId,
      action,
      offerId,
      subject,
      preheader,
      html,
      text,
      JSON.stringify(slots),
      JSON.stringify(copy),
      hash,
      at,
    ],
  );
  const creativeId = row?.id ?? 0;
  for (const { n, url } of links) {
    await sql.rows("INSERT INTO tracked_links (creative_id, n, url) VALUES ($1, $2, $3)", [
      creativeId,
      n,
      url,
    ]);
  }
  return creativeId;
}
