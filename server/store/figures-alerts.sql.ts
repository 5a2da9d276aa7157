import type { AlertFacts } from "@/server/domain/kpi/alerts";
import type { Sql } from "./database";

type Now = { now: Date; dayAgo: Date; weekAgo: Date; dueBefore: Date };
type Counts = Pick<
  AlertFacts,
  | "reviewsWaiting"
  | "reviewsDueSoon"
  | "reviewsExpired"
  | "uncertain"
  | "complaints"
  | "touches"
  | "silentMinutes"
>;

/** What stands open now, and the answers of the last 7 days. */
export async function alertCounts(sql: Sql, { now, dayAgo, weekAgo, dueBefore }: Now): Promise<Counts> {
  const [row] = await sql.rows<Counts>(
    `SELECT
       (SELECT count(*)::int FROM review_items WHERE state = 'held') AS "reviewsWaiting",
       (SELECT count(*)::int FROM review_items WHERE state = 'held' AND due_at <= $3) AS "reviewsDueSoon",
       (SELECT count(*)::int FROM review_items WHERE state = 'expired' AND decided_by IS NULL
          AND decided_at > $4) AS "reviewsExpired",
       (SELECT count(*)::int FROM outbox WHERE state = 'uncertain') AS uncertain,
       (SELECT count(DISTINCT o.outbox_id)::int FROM touches t JOIN outcomes o USING (outbox_id)
        WHERE t.at >= $2 AND o.kind = 'complaint' AND NOT o.bot) AS complaints,
       (SELECT count(*)::int FROM touches WHERE at >= $2) AS touches,
       (SELECT floor(date_part('epoch', $1::timestamptz - max(minute)) / 60)::int FROM health_samples) AS "silentMinutes"`,
    [now, weekAgo, dueBefore, dayAgo],
  );
  if (row === undefined) throw new Error("an aggregate gave no row");
  return row;
}

/** The newest run of each live campaign, where it failed in the last 7 days. */
export const failedRuns = (sql: Sql, weekAgo: Date) =>
  sql.rows<{ id: number; campaign: string }>(
    `SELECT r.id, c.name AS campaign FROM campaigns c,
       LATERAL (SELECT id, state, at FROM runs WHERE campaign_id = c.id ORDER BY at DESC LIMIT 1) r
     WHERE c.state = 'live' AND r.state = 'failed' AND r.at >= $1 ORDER BY r.at DESC LIMIT 5`,
    [weekAgo],
  );

/** Live campaigns that have spent `from` of their budget or more. */
export const spentBudgets = (sql: Sql, from: number) =>
  sql.rows<{ id: number; campaign: string; share: number }>(
    `SELECT c.id, c.name AS campaign, (r.used / (v.body->>'budgetMinor')::numeric)::float8 AS share
     FROM campaigns c JOIN campaign_versions v ON v.campaign_id = c.id AND v.version = c.version
     JOIN reservations r ON r.kind = 'campaign-budget' AND r.key = c.id::text
     WHERE c.state = 'live' AND (v.body->>'budgetMinor')::numeric > 0
       AND r.used >= $1::numeric * (v.body->>'budgetMinor')::numeric
     ORDER BY share DESC LIMIT 5`,
    [from],
  );
