import type { DecisionVerdict } from "@/server/domain/decision";
import type { Sql } from "./database";

/** What the line may read of a customer. */
export type CustomerRecord = {
  id: number;
  createdAt: Date;
  erasedAt: Date | null;
  country: string | null;
  timeZone: string | null;
  timeZoneSource: string | null;
  language: string | null;
  vip: boolean;
};

/** A customer, or the one that it turned out to be; null for an unknown number. */
export async function readCustomer(sql: Sql, id: number): Promise<CustomerRecord | null> {
  const [row] = await sql.rows<CustomerRecord>(
    `WITH RECURSIVE followed AS (
       SELECT id, merged_into, 0 AS steps FROM customers WHERE id = $1::int
       UNION ALL
       SELECT c.id, c.merged_into, f.steps + 1 FROM followed f JOIN customers c ON c.id = f.merged_into WHERE f.steps < 20
     )
     SELECT c.id, c.created_at AS "createdAt", c.erased_at AS "erasedAt", c.country, c.time_zone AS "timeZone",
       c.time_zone_source AS "timeZoneSource", c.language, c.vip
     FROM followed f JOIN customers c USING (id) WHERE f.merged_into IS NULL`,
    [id],
  );
  return row ?? null;
}

/** The numbers under which rows of a customer may stand: their own first, then those that turned out to be them. */
export async function numbersOf(sql: Sql, id: number): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>("SELECT id FROM customers WHERE merged_into = $1::int", [id]);
  return [id, ...rows.map((row) => row.id)];
}

export type ConsentInForce = {
  purpose: string;
  channel: string;
  state: "granted" | "withdrawn";
  at: Date;
  source: string;
};

/** The newest word of each purpose and channel. */
export const consentsOf = (sql: Sql, id: number): Promise<ConsentInForce[]> =>
  sql.rows<ConsentInForce>(
    `SELECT DISTINCT ON (purpose, channel) purpose, channel, state, at, source FROM consents
     WHERE customer_id = $1::int ORDER BY purpose, channel, at DESC, id DESC`,
    [id],
  );

export type SuppressionInForce = { kind: string; reason: string; at: Date };

/** What forbids writing to a customer: by their number, or by an address that they go by. */
export const suppressionsOf = (sql: Sql, id: number): Promise<SuppressionInForce[]> =>
  sql.rows<SuppressionInForce>(
    `SELECT kind, min(reason) AS reason, min(at) AS at FROM suppressions s
     WHERE s.customer_id = $1::int
       OR (s.kind, s.hash) IN (SELECT kind, hash FROM identities WHERE customer_id = $1::int AND kind IN ('email', 'phone'))
     GROUP BY kind ORDER BY kind`,
    [id],
  );

/** The latest decision about a customer, without its trace. */
export type LatestDecision = {
  runId: number;
  customerId: number;
  campaignId: number;
  campaignName: string;
  at: Date;
  verdict: DecisionVerdict;
  node: string;
  segment: string | null;
  action: string | null;
  offerId: string | null;
  channel: string | null;
  propensity: number | null;
};

export async function latestDecision(
  sql: Sql,
  ids: readonly number[],
  now: Date,
): Promise<LatestDecision | null> {
  const [row] = await sql.rows<LatestDecision>(
    `SELECT d.run_id AS "runId", d.customer_id AS "customerId", d.campaign_id AS "campaignId", c.name AS "campaignName",
       d.at, d.verdict, d.node, d.segment, d.action, d.offer_id AS "offerId", d.channel, d.propensity
     FROM decisions d JOIN campaigns c ON c.id = d.campaign_id
     WHERE d.customer_id = ANY($1::int[]) AND d.at <= $2::timestamptz ORDER BY d.at DESC, d.run_id DESC LIMIT 1`,
    [ids, now],
  );
  return row ?? null;
}
