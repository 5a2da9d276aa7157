import type { DecisionTrace } from "@/server/domain/decision-trace";
import type { Sql } from "./database";
import type { HeldCreative } from "./held-creatives";

/** What was decided for a held message, and the trace of it. */
export type HeldDecision = {
  at: Date;
  segmentor: string | null;
  segment: string | null;
  action: string | null;
  offerId: string | null;
  channel: string | null;
  variant: string | null;
  propensity: number | null;
  trace: DecisionTrace | null;
};

type Row = Omit<HeldDecision, "trace"> & { trace: string | null };

/** The decision of one run for one customer; null where there is none. */
export async function heldDecision(
  sql: Sql,
  runId: number,
  customerId: number,
): Promise<HeldDecision | null> {
  const [row] = await sql.rows<Row>(
    `SELECT d.at, d.segmentor, d.segment, d.action, d.offer_id AS "offerId", d.channel, d.variant, d.propensity, t.trace
     FROM decisions d LEFT JOIN decision_traces t USING (run_id, customer_id)
     WHERE d.run_id = $1 AND d.customer_id = $2`,
    [runId, customerId],
  );
  if (row === undefined) return null;
  // written by the line, covered by the audit leaf
  return { ...row, trace: row.trace === null ? null : (JSON.parse(row.trace) as DecisionTrace) };
}

/** Other words that were written for the same segment, channel and language. */
export type OtherWords = Pick<
  HeldCreative,
  "id" | "action" | "offerId" | "variant" | "subject" | "preheader" | "copy" | "writtenBy"
> & { isApproved: boolean };

export const otherWords = (sql: Sql, current: HeldCreative, limit: number): Promise<OtherWords[]> =>
  sql.rows<OtherWords>(
    `SELECT id, action, offer_id AS "offerId", variant, subject, preheader, copy, written_by AS "writtenBy",
       approved_at IS NOT NULL AS "isApproved"
     FROM creatives
     WHERE campaign_id = $1 AND campaign_version = $2 AND segment = $3 AND channel = $4 AND language = $5
       AND customer_id IS NULL AND id <> $6
     ORDER BY action, offer_id, variant, id LIMIT $7`,
    [
      current.campaignId,
      current.campaignVersion,
      current.segment,
      current.channel,
      current.language,
      current.id,
      limit,
    ],
  );

/** One line of a customer's recent past. No personal data: an order's number, an event's name, a ticket's kind. */
export type TimelineEntry = {
  at: Date;
  kind: "order" | "event" | "sent" | "outcome" | "decision" | "consent" | "ticket";
  /** what it was: an event's name, an outcome's or a ticket's kind, a decision's verdict */
  name: string;
  /** what it is called elsewhere: an order's number, a campaign's name */
  detail: string | null;
  valueMinor: number | null;
};

/** An entry that a run made says which. */
export type RecentEntry = TimelineEntry & { runId: number | null };

// each part is a backward scan of an index on (customer, instant); the parts are merged afterwards
const part = (
  kind: TimelineEntry["kind"],
  name: string,
  detail: string,
  value: string,
  from: string,
  at: string,
  runId = "NULL",
) =>
  `(SELECT ${at} AS at, '${kind}' AS kind, ${name} AS name, ${detail} AS detail, ${value}::float8 AS "valueMinor",
      ${runId}::int AS "runId"
    FROM ${from} AND ${at} <= $2::timestamptz ORDER BY ${at} DESC LIMIT $3::int)`;

/** An order is one entry, also where it counts as the outcome of a message. */
const ORDERED = `CASE WHEN EXISTS (
    SELECT FROM outcomes o WHERE o.customer_id = $1 AND o.kind = 'conversion' AND o.order_id = orders.id
  ) THEN 'ordered-after-message' ELSE 'ordered' END`;

const PARTS = [
  part("order", ORDERED, "ref", "revenue_minor", "orders WHERE customer_id = $1", "at"),
  part(
    "event",
    "CASE WHEN name = '' THEN type ELSE name END",
    "type",
    "NULL",
    "events WHERE customer_id = $1",
    "at",
  ),
  part(
    "sent",
    "t.channel",
    "c.name",
    "NULL",
    "touches t JOIN campaigns c ON c.id = t.campaign_id WHERE t.customer_id = $1",
    "t.at",
    "t.run_id",
  ),
  part(
    "outcome",
    "kind",
    "detail",
    "value_minor",
    "outcomes WHERE customer_id = $1 AND NOT bot AND (kind <> 'conversion' OR order_id IS NULL)",
    "at",
  ),
  part(
    "decision",
    "d.verdict",
    "c.name",
    "NULL",
    "decisions d JOIN campaigns c ON c.id = d.campaign_id WHERE d.customer_id = $1",
    "d.at",
    "d.run_id",
  ),
  part("consent", "state", "channel", "NULL", "consents WHERE customer_id = $1", "at"),
  part("ticket", "kind", "ref", "NULL", "tickets WHERE customer_id = $1", "opened_at"),
];

/** A customer's latest, of all kinds together, newest first. */
export const recentTimeline = (
  sql: Sql,
  customerId: number,
  now: Date,
  limit: number,
): Promise<RecentEntry[]> =>
  sql.rows<RecentEntry>(
    `SELECT * FROM (${PARTS.join(" UNION ALL ")}) recent ORDER BY at DESC LIMIT $3::int`,
    [customerId, now, limit],
  );

/** How many held messages have exactly this content. */
export async function countSameContent(sql: Sql, creativeHash: string): Promise<number> {
  const [row] = await sql.rows<{ n: number }>(
    "SELECT count(*)::int AS n FROM review_items WHERE state = 'held' AND creative_hash = $1",
    [Buffer.from(creativeHash, "hex")],
  );
  return row?.n ?? 0;
}
