import type { Sql } from "./database";

/** What came of the touches with one variant of the words. `ordered` are touches with at least one attributed order. */
export type VariantSums = {
  variant: string;
  touches: number;
  clicked: number;
  ordered: number;
  revenueMinor: number;
};

/** A campaign's variants since an instant, by name. Clicks by machines are left out. */
export const variantSums = (sql: Sql, campaignId: number, since: Date): Promise<VariantSums[]> =>
  sql.rows<VariantSums>(
    `SELECT t.variant, count(*)::int AS touches, count(*) FILTER (WHERE o.clicked)::int AS clicked,
       count(*) FILTER (WHERE o.ordered)::int AS ordered, coalesce(sum(o.revenue), 0)::float8 AS "revenueMinor"
     FROM touches t LEFT JOIN (
       SELECT outbox_id, bool_or(kind = 'click') AS clicked, bool_or(kind = 'conversion') AS ordered,
         sum(value_minor) FILTER (WHERE kind = 'conversion') AS revenue
       FROM outcomes WHERE campaign_id = $1 AND at >= $2 AND NOT bot GROUP BY outbox_id
     ) o ON o.outbox_id = t.outbox_id
     WHERE t.campaign_id = $1 AND t.at >= $2 GROUP BY t.variant ORDER BY t.variant`,
    [campaignId, since],
  );
