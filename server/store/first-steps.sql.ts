import type { Sql } from "./database";

/** What there is of all that a first campaign needs. */
export type Footing = {
  customers: number;
  orders: number;
  consents: number;
  hasKey: boolean;
  hasEvents: boolean;
  campaignLaunched: boolean;
  reviewers: number;
  /** whether a message has ever left */
  hasSent: boolean;
  /** whether this account still has the password of the demo company that was here before */
  hasDemoPassword: boolean;
};

export async function footing(sql: Sql, userId: number | null): Promise<Footing> {
  const [row] = await sql.rows<Footing>(
    `SELECT (SELECT count(*) FROM customers)::int AS customers, (SELECT count(*) FROM orders)::int AS orders,
       (SELECT count(DISTINCT customer_id) FROM consents WHERE state = 'granted')::int AS consents,
       EXISTS (SELECT FROM write_keys WHERE revoked_at IS NULL) AS "hasKey", EXISTS (SELECT FROM events) AS "hasEvents",
       EXISTS (SELECT FROM campaigns WHERE state NOT IN ('draft', 'archived')) AS "campaignLaunched",
       (SELECT count(*) FROM users WHERE disabled_at IS NULL AND 'reviewer' = ANY(roles))::int AS reviewers,
       EXISTS (SELECT FROM outbox WHERE settled_at IS NOT NULL AND state = 'sent') AS "hasSent",
       EXISTS (SELECT FROM users u JOIN audit_entries a ON a.action = 'company.start-own' AND a.at > u.created_at
         WHERE u.id = $1::int AND (u.password_changed_at IS NULL OR u.password_changed_at < a.at)) AS "hasDemoPassword"`,
    [userId],
  );
  if (row === undefined) throw new Error("an aggregate gave no row");
  return row;
}
