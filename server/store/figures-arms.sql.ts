import type { ArmWindow } from "@/server/domain/kpi/arm-bands";
import type { ArmDay } from "@/server/domain/kpi/arm-series";
import type { Arm } from "@/server/domain/stats/lift";
import { DAY_MS } from "@/server/domain/time";
import type { Sql } from "./database";
import type { Scope } from "./figures-period.sql";

/**
 * Who counts as held out.
 * `company`: the global holdout, against everybody else. `campaign`: the campaign's own holdout; the global one is on
 * neither side. `alone`: both, where no other campaign could have reached them.
 */
export type Holdout = "company" | "campaign" | "alone";

const HELD_OUT: Record<Holdout, string> = {
  company: "holdout IS NOT DISTINCT FROM 'global'",
  campaign: "CASE WHEN holdout = 'global' THEN NULL ELSE holdout IS NOT NULL END",
  alone: "holdout IS NOT NULL",
};

/** Runs that have still to decide, or whose messages have not all left. */
const WAITING = `SELECT id FROM runs WHERE state IN ('freezing', 'writing', 'deciding')
  UNION SELECT run_id FROM outbox WHERE state IN ('ready', 'claimed')`;

/**
 * Everybody's arm by their first decision in the scope; who never came as far as the division is in neither. A run
 * whose messages wait is left out as a whole, the held-out with the others (docs/decisions/043). `n` is the number of
 * the first parameter.
 */
const assigned = (holdout: Holdout, n = 1) => `
  first AS (
    SELECT DISTINCT ON (d.customer_id) d.run_id, d.customer_id, d.at, d.holdout
    FROM runs r JOIN decisions d ON d.run_id = r.id
    WHERE r.at >= $${n}::timestamptz AND r.at < $${n + 1}::timestamptz
      AND ($${n + 2}::int IS NULL OR r.campaign_id = $${n + 2}) AND r.id NOT IN (${WAITING})
      AND (d.holdout IS NOT NULL OR NOT (d.node = ANY($${n + 3}::text[]) OR d.reasons && $${n + 4}::text[]))
    ORDER BY d.customer_id, d.at, d.run_id
  ), assigned AS (
    SELECT run_id, customer_id, at, ${HELD_OUT[holdout]} AS held_out FROM first
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

/** The two arms of the comparison, with what each spender spent, in minor units. */
export async function arms(sql: Sql, query: ArmsQuery): Promise<Arms> {
  const rows = await sql.rows<{ held_out: boolean; people: number; amounts: number[] }>(
    `WITH ${assigned(query.holdout)}, spent AS (
       SELECT a.held_out, sum(o.revenue_minor)::float8 AS amount FROM ${ORDERS} GROUP BY a.customer_id, a.held_out
     )
     SELECT held_out, count(*)::int AS people,
       ARRAY(SELECT amount FROM spent s WHERE s.held_out = a.held_out AND amount <> 0 ORDER BY amount) AS amounts
     FROM assigned a WHERE held_out IS NOT NULL GROUP BY held_out`,
    params(query),
  );
  const arm = (heldOut: boolean): Arm => {
    const row = rows.find(({ held_out }) => held_out === heldOut);
    return { people: row?.people ?? 0, amounts: row?.amounts ?? [] };
  };
  return { treated: arm(false), heldOut: arm(true) };
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

/** For each day of the scope and each arm: how many had joined, what they spent in the `days` up to it, and its squares. */
export function armWindows(sql: Sql, query: ArmsQuery, days: number): Promise<ArmWindow[]> {
  return sql.rows<ArmWindow>(
    `WITH ${assigned(query.holdout)}, joined AS (
       SELECT (at AT TIME ZONE $8)::date AS day, held_out, count(*) AS people FROM assigned
       WHERE held_out IS NOT NULL GROUP BY 1, 2
     ), spent AS (
       SELECT a.customer_id, a.held_out, (o.at AT TIME ZONE $8)::date AS day, sum(o.revenue_minor)::float8 AS amount
       FROM ${ORDERS} WHERE a.held_out IS NOT NULL GROUP BY 1, 2, 3
     ), ends AS (
       SELECT d::date AS day FROM generate_series($9::date, $10::date, interval '1 day') AS d
     ), windows AS (
       SELECT e.day, s.held_out, s.customer_id, sum(s.amount) AS amount
       FROM ends e JOIN spent s ON s.day <= e.day AND s.day > e.day - $11::int GROUP BY 1, 2, 3
     ), sums AS (
       SELECT day, held_out, sum(amount) AS sum, sum(amount * amount) AS squares FROM windows GROUP BY 1, 2
     )
     SELECT to_char(e.day, 'YYYY-MM-DD') AS day, arm.held_out AS "heldOut",
       (SELECT coalesce(sum(people), 0)::int FROM joined j WHERE j.held_out = arm.held_out AND j.day <= e.day) AS people,
       coalesce(sums.sum, 0) AS "sumMinor", coalesce(sums.squares, 0) AS squares
     FROM ends e CROSS JOIN (VALUES (false), (true)) AS arm (held_out)
     LEFT JOIN sums ON sums.day = e.day AND sums.held_out = arm.held_out ORDER BY 1, 2`,
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
