import type { Buyer, Others } from "@/server/domain/stats/ratio";
import type { Sql } from "./database";
import type { Scope } from "./figures-period.sql";

/** Sums over touches of the scope's days; each touch counts once a column. */
export type TouchSums = {
  touches: number;
  opens: number;
  clicks: number;
  conversions: number;
  unsubscribes: number;
  bounces: number;
  complaints: number;
  revenueMinor: number;
  costMinor: number;
};

const SUMS = ["touches", "opens", "clicks", "conversions", "unsubscribes", "bounces", "complaints"]
  .map((column) => `coalesce(sum(${column}), 0)::int8 AS ${column}`)
  .concat(
    `coalesce(sum(revenue_minor), 0)::int8 AS "revenueMinor"`,
    `coalesce(sum(cost_minor), 0)::float8 AS "costMinor"`,
  )
  .join(", ");

const IN_SCOPE = `day BETWEEN $1::date AND $2::date AND ($3::int IS NULL OR campaign_id = $3)
  AND ($4::text IS NULL OR channel = $4)`;
const scopeOf = ({ fromDay, toDay, campaignId, channel }: Scope) => [fromDay, toDay, campaignId, channel];

export async function touchSums(sql: Sql, scope: Scope): Promise<TouchSums> {
  const [row] = await sql.rows<TouchSums>(`SELECT ${SUMS} FROM touch_days WHERE ${IN_SCOPE}`, scopeOf(scope));
  if (row === undefined) throw new Error("an aggregate gave no row");
  return row;
}

/** The same sums for each day that has any, oldest first. */
export const touchSumsByDay = (sql: Sql, scope: Scope) =>
  sql.rows<TouchSums & { day: string }>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, ${SUMS} FROM touch_days WHERE ${IN_SCOPE} GROUP BY day ORDER BY day`,
    scopeOf(scope),
  );

/** The same sums for each campaign that has any. */
export const touchSumsByCampaign = (sql: Sql, scope: Scope) =>
  sql.rows<TouchSums & { campaignId: number }>(
    `SELECT campaign_id AS "campaignId", ${SUMS} FROM touch_days WHERE ${IN_SCOPE} GROUP BY campaign_id`,
    scopeOf(scope),
  );

/** Those with an attributed order one by one, the others summed up. */
export type Contacted = { buyers: Buyer[]; others: Others };

export const NOBODY: Contacted = { buyers: [], others: { people: 0, touches: 0, touchesSquared: 0 } };

/** Everybody with a touch in the scope. */
export const contacted = async (sql: Sql, scope: Scope): Promise<Contacted> =>
  (await contactedPer("NULL::int", sql, scope)).get(null) ?? NOBODY;

/** The same for each campaign that touched anybody: a customer of two campaigns counts in both. */
export const contactedByCampaign = (sql: Sql, scope: Scope): Promise<Map<number | null, Contacted>> =>
  contactedPer("t.campaign_id", sql, scope);

async function contactedPer(
  per: "NULL::int" | "t.campaign_id",
  sql: Sql,
  scope: Scope,
): Promise<Map<number | null, Contacted>> {
  const rows = await sql.rows<{
    campaign: number | null;
    amounts: number[];
    touches: number[];
    others: Others;
  }>(
    `WITH per_person AS (
       SELECT ${per} AS campaign, t.customer_id, count(*) AS touches, sum(o.amount) AS amount
       FROM touches t LEFT JOIN (
         SELECT outbox_id, sum(value_minor) AS amount FROM outcomes
         WHERE kind = 'conversion' AND NOT bot AND at >= $1 AND ($3::int IS NULL OR campaign_id = $3)
         GROUP BY outbox_id
       ) o USING (outbox_id)
       WHERE t.at >= $1 AND t.at < $2 AND ($3::int IS NULL OR t.campaign_id = $3)
         AND ($4::text IS NULL OR t.channel = $4)
       GROUP BY 1, t.customer_id
     )
     SELECT campaign,
       coalesce(array_agg(amount::float8 ORDER BY customer_id) FILTER (WHERE amount IS NOT NULL), '{}') AS amounts,
       coalesce(array_agg(touches::float8 ORDER BY customer_id) FILTER (WHERE amount IS NOT NULL), '{}') AS touches,
       json_build_object(
         'people', count(*) FILTER (WHERE amount IS NULL),
         'touches', coalesce(sum(touches) FILTER (WHERE amount IS NULL), 0),
         'touchesSquared', coalesce(sum(touches * touches) FILTER (WHERE amount IS NULL), 0)
       ) AS others
     FROM per_person GROUP BY campaign`,
    [scope.from, scope.to, scope.campaignId, scope.channel],
  );
  return new Map(
    rows.map(({ campaign, amounts, touches, others }) => [
      campaign,
      { buyers: amounts.map((amount, i) => ({ amount, touches: touches[i] ?? 0 })), others },
    ]),
  );
}
