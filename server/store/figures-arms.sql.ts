import type { ArmWindow } from "@/server/domain/kpi/arm-bands";
import type { ArmDay } from "@/server/domain/kpi/arm-series";
import type { Holdout } from "@/server/domain/kpi/lift-figures";
import type { Arm } from "@/server/domain/stats/lift";
import { DAY_MS } from "@/server/domain/time";
import type { Sql } from "./database";
import type { Scope } from "./figures-period.sql";

const HELD_OUT: Record<Holdout, string> = {
  company: "holdout IS NOT DISTINCT FROM 'global'",
  campaign: "CASE WHEN holdout = 'global' THEN NULL ELSE holdout IS NOT NULL END",
  alone: "holdout IS NOT NULL",
};

/** Runs that have still to decide, or whose messages have not all left. */
const WAITING = `SELECT id FROM runs WHERE state IN ('freezing', 'writing', 'deciding')
  UNION SELECT run_id FROM outbox WHERE state IN ('ready', 'claimed')`;

/** Whether somebody has one arm in the whole scope, or one in each of its campaigns. */
type Per = "scope" | "campaign";

/**
 * Everybody's arm by their first decision in the scope, or there in each campaign; who never came as far as the division is in neither. A run
 * whose messages wait is left out as a whole, the held-out with the others (docs/decisions/043). `n` is the number of
 * the first parameter.
 */
const assigned = (holdout: Holdout, n = 1, per: Per = "scope") => `
  first AS (
    SELECT DISTINCT ON (campaign, d.customer_id) ${per === "campaign" ? "r.campaign_id" : "NULL::int"} AS campaign,
      d.run_id, d.customer_id, d.at, d.holdout
    FROM runs r JOIN decisions d ON d.run_id = r.id
    WHERE r.at >= $${n}::timestamptz AND r.at < $${n + 1}::timestamptz
      AND ($${n + 2}::int IS NULL OR r.campaign_id = $${n + 2}) AND r.id NOT IN (${WAITING})
      AND (d.holdout IS NOT NULL OR NOT (d.node = ANY($${n + 3}::text[]) OR d.reasons && $${n + 4}::text[]))
    ORDER BY campaign, d.customer_id, d.at, d.run_id
  ), assigned AS (
    SELECT campaign, run_id, customer_id, at, ${HELD_OUT[holdout]} AS held_out FROM first
  )`;

export type ArmsQuery = {
  scope: Scope;
  holdout: Holdout;
  /** who was stopped by one of these nodes, or for one of these reasons, was never divided */
  undivided: { nodes: readonly string[]; reasons: readonly string[] };
  /** how long after the period an order still counts */
  windowDays: number;
};

const dividing = ({ scope, undivided }: Pick<ArmsQuery, "scope" | "undivided">) => [
  scope.from,
  scope.to,
  scope.campaignId,
  undivided.nodes,
  undivided.reasons,
];
const params = (query: ArmsQuery) => [
  ...dividing(query),
  new Date(query.scope.to.getTime() + query.windowDays * DAY_MS),
  query.scope.currency,
];

const ORDERS = `assigned a JOIN orders o ON o.customer_id = a.customer_id
  AND o.at > a.at AND o.at < $6 AND o.currency = $7`;

/** The decisions by which the people of one arm came to it: a SELECT of their keys, whose parameters begin at `n`. */
export const armDecisions = (query: ArmsQuery, arm: "treated" | "held-out", n: number) => ({
  text: `WITH ${assigned(query.holdout, n)}
    SELECT run_id, customer_id FROM assigned WHERE held_out = ${arm === "held-out"}`,
  params: dividing(query),
});

/** How many runs of the scope are left out of the comparison because their messages wait. */
export async function runsLeftOut(sql: Sql, { from, to, campaignId }: Scope): Promise<number> {
  const [row] = await sql.rows<{ runs: number }>(
    `SELECT count(*)::int AS runs FROM runs
     WHERE at >= $1 AND at < $2 AND ($3::int IS NULL OR campaign_id = $3) AND id IN (${WAITING})`,
    [from, to, campaignId],
  );
  return row?.runs ?? 0;
}

export type Arms = { treated: Arm; heldOut: Arm };

const NOBODY: Arm = { people: 0, amounts: [] };
export const NO_ARMS: Arms = { treated: NOBODY, heldOut: NOBODY };

/** The two arms of the comparison, with what each spender spent, in minor units. */
export async function arms(sql: Sql, query: ArmsQuery): Promise<Arms> {
  return (await armsPer("scope", sql, query)).get(null) ?? NO_ARMS;
}

/** The same for each campaign that decided in the scope, its people divided by its own first decision about them. */
export const armsByCampaign = (sql: Sql, query: ArmsQuery): Promise<Map<number | null, Arms>> =>
  armsPer("campaign", sql, query);

async function armsPer(per: Per, sql: Sql, query: ArmsQuery): Promise<Map<number | null, Arms>> {
  const rows = await sql.rows<{
    campaign: number | null;
    held_out: boolean;
    people: number;
    amounts: number[];
  }>(
    `WITH ${assigned(query.holdout, 1, per)}, spent AS (
       SELECT a.campaign, a.held_out, sum(o.revenue_minor)::float8 AS amount FROM ${ORDERS}
       GROUP BY a.campaign, a.customer_id, a.held_out
     ), spenders AS (
       SELECT campaign, held_out, array_agg(amount ORDER BY amount) AS amounts FROM spent WHERE amount <> 0
       GROUP BY campaign, held_out
     ), everybody AS (
       SELECT campaign, held_out, count(*)::int AS people FROM assigned WHERE held_out IS NOT NULL GROUP BY 1, 2
     )
     SELECT e.campaign, e.held_out, e.people, coalesce(s.amounts, '{}') AS amounts FROM everybody e
     LEFT JOIN spenders s ON s.campaign IS NOT DISTINCT FROM e.campaign AND s.held_out = e.held_out`,
    params(query),
  );
  const found = new Map<number | null, Arms>();
  for (const { campaign, held_out, people, amounts } of rows)
    found.set(campaign, {
      ...(found.get(campaign) ?? NO_ARMS),
      [held_out ? "heldOut" : "treated"]: { people, amounts },
    });
  return found;
}

/** For each day and arm: who joined it on that day, and what its people spent on that day. */
export function armDays(sql: Sql, query: ArmsQuery): Promise<ArmDay[]> {
  return sql.rows<ArmDay>(
    `WITH ${assigned(query.holdout)}, daily AS (
       SELECT at, held_out, 1 AS people, 0 AS revenue FROM assigned
       UNION ALL
       SELECT o.at, a.held_out, 0, o.revenue_minor FROM ${ORDERS}
     )
     SELECT to_char(at AT TIME ZONE $8, 'YYYY-MM-DD') AS day, held_out AS "heldOut", sum(people)::int AS people,
       sum(revenue)::int8 AS "revenueMinor"
     FROM daily WHERE held_out IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
    [...params(query), query.scope.timeZone],
  );
}

/**
 * For each day of the scope and each arm: how many had joined, what they spent in the `days` up to it, and its squares.
 * A person's squared sum is that of all pairs of their days with orders: each pair comes when its later day does and
 * leaves when its earlier day leaves the window. Sums of numeric: what came leaves without a rest.
 */
export function armWindows(sql: Sql, query: ArmsQuery, days: number): Promise<ArmWindow[]> {
  return sql.rows<ArmWindow>(
    `WITH ${assigned(query.holdout)}, spent AS MATERIALIZED (
       SELECT a.customer_id, a.held_out, (o.at AT TIME ZONE $8)::date AS day, sum(o.revenue_minor) AS amount
       FROM ${ORDERS} WHERE a.held_out IS NOT NULL GROUP BY 1, 2, 3
     ), pairs AS (
       SELECT a.held_out, greatest(a.day, b.day) AS comes, least(a.day, b.day) + $11::int AS leaves,
         a.amount * b.amount AS product
       FROM spent a JOIN spent b USING (customer_id) WHERE abs(a.day - b.day) < $11
     ), changes AS (
       SELECT held_out, (at AT TIME ZONE $8)::date AS day, 1 AS people, 0::numeric AS sum, 0::numeric AS squares
       FROM assigned WHERE held_out IS NOT NULL
       UNION ALL SELECT held_out, day, 0, amount, 0 FROM spent
       UNION ALL SELECT held_out, day + $11, 0, -amount, 0 FROM spent
       UNION ALL SELECT held_out, comes, 0, 0, product FROM pairs
       UNION ALL SELECT held_out, leaves, 0, 0, -product FROM pairs
       UNION ALL SELECT held_out, day::date, 0, 0, 0
       FROM generate_series($9::date, $10::date, interval '1 day') AS day CROSS JOIN (VALUES (false), (true)) AS arm (held_out)
     ), so_far AS (
       SELECT day, held_out, sum(sum(people)) OVER earlier AS people, sum(sum(sum)) OVER earlier AS sum,
         sum(sum(squares)) OVER earlier AS squares
       FROM changes GROUP BY day, held_out WINDOW earlier AS (PARTITION BY held_out ORDER BY day)
     )
     SELECT to_char(day, 'YYYY-MM-DD') AS day, held_out AS "heldOut", people::int, sum::float8 AS "sumMinor",
       squares::float8
     FROM so_far WHERE day BETWEEN $9::date AND $10::date ORDER BY 1, 2`,
    [...params(query), query.scope.timeZone, query.scope.fromDay, query.scope.toDay, days],
  );
}

/** How many campaigns made decisions in the scope's period, whichever it is limited to. */
export async function campaignsDecided(sql: Sql, { from, to }: Scope): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `SELECT DISTINCT campaign_id AS id FROM runs r WHERE at >= $1 AND at < $2
       AND EXISTS (SELECT FROM run_chunks c WHERE c.run_id = r.id) ORDER BY id`,
    [from, to],
  );
  return rows.map(({ id }) => id);
}
