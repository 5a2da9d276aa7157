import type { Sql } from "./database";

/** A message on which a person did not follow the machine, and what came of it. */
export type Override = {
  id: number;
  runId: number;
  customerId: number;
  campaignId: number;
  campaign: string;
  kind: "edited" | "rejected";
  heldFor: string[];
  reasonCode: string | null;
  decidedBy: string;
  decidedAt: Date;
  /** of the message that was sent instead; all false for a rejected one */
  isSent: boolean;
  isOpened: boolean;
  isClicked: boolean;
  /** attributed to the message, minor units */
  valueMinor: number;
  /** what the customer ordered in the window after the decision, whatever the cause, minor units */
  orderedMinor: number;
};

export type OverrideFilter = {
  from: Date;
  to: Date;
  campaignId: number | null;
  conversionDays: number;
  after: { at: Date; id: number } | null;
  limit: number;
};

const KIND = `(i.state = 'rejected' OR (i.state = 'approved' AND i.edited))`;

/** Overrides of a period, newest first. */
export const listOverrides = (sql: Sql, filter: OverrideFilter): Promise<Override[]> =>
  sql.rows<Override>(
    `SELECT i.id, i.run_id AS "runId", i.customer_id AS "customerId", i.campaign_id AS "campaignId", c.name AS campaign,
       CASE i.state WHEN 'rejected' THEN 'rejected' ELSE 'edited' END AS kind, i.reasons AS "heldFor",
       i.reason_code AS "reasonCode", i.decided_by AS "decidedBy", i.decided_at AS "decidedAt",
       coalesce(o.state = 'sent', false) AS "isSent", coalesce(r.opened, false) AS "isOpened",
       coalesce(r.clicked, false) AS "isClicked", coalesce(r.value, 0)::float8 AS "valueMinor",
       coalesce(b.ordered, 0)::float8 AS "orderedMinor"
     FROM review_items i JOIN campaigns c ON c.id = i.campaign_id
     LEFT JOIN outbox o ON o.run_id = i.run_id AND o.customer_id = i.customer_id
     LEFT JOIN LATERAL (
       SELECT bool_or(kind = 'open') AS opened, bool_or(kind = 'click') AS clicked,
         sum(value_minor) FILTER (WHERE kind = 'conversion') AS value
       FROM outcomes WHERE outbox_id = o.id AND NOT bot) r ON true
     LEFT JOIN LATERAL (
       SELECT sum(revenue_minor) AS ordered FROM orders
       WHERE customer_id = i.customer_id AND at > i.decided_at AND at <= i.decided_at + make_interval(days => $4::int)) b ON true
     WHERE i.decided_at >= $1 AND i.decided_at < $2 AND ${KIND} AND ($3::int IS NULL OR i.campaign_id = $3)
       AND ($6::int IS NULL OR (i.decided_at, i.id) < ($5::timestamptz, $6))
     ORDER BY i.decided_at DESC, i.id DESC LIMIT $7`,
    [
      filter.from,
      filter.to,
      filter.campaignId,
      filter.conversionDays,
      filter.after?.at ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  );

export type OverrideTotals = {
  decided: number;
  edited: number;
  rejected: number;
  byReason: Record<string, number>;
};

/** How many of a period's decisions were overrides, and why messages were turned down. */
export async function countOverrides(
  sql: Sql,
  { from, to, campaignId }: Pick<OverrideFilter, "from" | "to" | "campaignId">,
): Promise<OverrideTotals> {
  const rows = await sql.rows<{ reason: string | null; decided: number; edited: number; rejected: number }>(
    `SELECT i.reason_code AS reason, count(*)::int AS decided,
       (count(*) FILTER (WHERE i.state = 'approved' AND i.edited))::int AS edited,
       (count(*) FILTER (WHERE i.state = 'rejected'))::int AS rejected
     FROM review_items i
     WHERE i.decided_at >= $1 AND i.decided_at < $2 AND i.state IN ('approved', 'rejected')
       AND ($3::int IS NULL OR i.campaign_id = $3)
     GROUP BY i.reason_code`,
    [from, to, campaignId],
  );
  const sum = (of: "decided" | "edited" | "rejected") => rows.reduce((total, row) => total + row[of], 0);
  const byReason = Object.fromEntries(
    rows.flatMap(({ reason, rejected }) => (reason === null ? [] : [[reason, rejected]])),
  );
  return { decided: sum("decided"), edited: sum("edited"), rejected: sum("rejected"), byReason };
}
