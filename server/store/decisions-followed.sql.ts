import type { Sql } from "./database";
import type { DecisionKey } from "./decisions";
import { type DecisionFilter, matching } from "./decisions-list.sql";

/** What followed a message that left, as the figures count it. */
export type Followed = {
  leftAt: Date;
  opened: boolean;
  clicked: boolean;
  orders: number;
  revenueMinor: number;
};

/** What followed the messages of decisions; a decision whose message did not leave is not among them. */
export const followedOf = (
  sql: Sql,
  keys: readonly DecisionKey[],
  { openHours, clickHours }: { openHours: number; clickHours: number },
) =>
  sql.rows<DecisionKey & Followed>(
    `SELECT t.run_id AS "runId", t.customer_id AS "customerId", t.at AS "leftAt", f.* FROM
       unnest($1::int[], $2::int[]) AS k (run_id, customer_id)
     JOIN touches t ON t.customer_id = k.customer_id AND t.run_id = k.run_id,
       LATERAL (
         SELECT coalesce(bool_or(kind = 'open' AND at <= t.at + make_interval(secs => $3 * 3600)), false) AS opened,
           coalesce(bool_or(kind = 'click' AND at <= t.at + make_interval(secs => $4 * 3600)), false) AS clicked,
           count(DISTINCT order_id) FILTER (WHERE kind = 'conversion')::int AS orders,
           coalesce(sum(value_minor) FILTER (WHERE kind = 'conversion'), 0)::int8 AS "revenueMinor"
         FROM outcomes WHERE outbox_id = t.outbox_id AND NOT bot
       ) f`,
    [keys.map(({ runId }) => runId), keys.map(({ customerId }) => customerId), openHours, clickHours],
  );

export type DecisionSums = { decisions: number; people: number; orders: number; revenueMinor: number };

/** Decisions that match, the people that they are about, and the orders attributed to their messages. */
export async function decisionSums(sql: Sql, filter: DecisionFilter): Promise<DecisionSums> {
  const { where, params } = matching(filter);
  const [row] = await sql.rows<DecisionSums>(
    `WITH matched AS MATERIALIZED (SELECT d.run_id, d.customer_id FROM decisions d WHERE ${where}),
     bought AS (
       SELECT o.order_id, o.value_minor FROM matched m JOIN touches t USING (run_id, customer_id)
       JOIN outcomes o ON o.outbox_id = t.outbox_id WHERE o.kind = 'conversion' AND NOT o.bot
     )
     SELECT count(*)::int AS decisions, count(DISTINCT customer_id)::int AS people,
       (SELECT count(DISTINCT order_id)::int FROM bought) AS orders,
       (SELECT coalesce(sum(value_minor), 0)::int8 FROM bought) AS "revenueMinor"
     FROM matched`,
    params,
  );
  if (row === undefined) throw new Error("an aggregate gave no row");
  return row;
}
