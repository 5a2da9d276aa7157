import type { Sql } from "./database";

/** What a person's say on marketing email stands at. */
export type MarketingPermission = {
  customerId: number;
  language: string | null;
  consent: "granted" | "withdrawn" | null;
  /** why the address is suppressed; empty: it is not */
  suppressedFor: string[];
};

const MOST_HOPS = 20;

/**
 * The customers that these turned out to be, after any number of merges; every row on the way locked, in one order a hop.
 * A merge that is under way is waited for, and then followed. Unknown numbers are left out.
 */
export async function lockPeople(sql: Sql, ids: readonly number[]): Promise<number[]> {
  const people = new Set<number>();
  let named = [...new Set(ids)];
  for (let hops = 0; hops < MOST_HOPS && named.length > 0; hops++) {
    // no condition on merged_into: the lock answers the row as it is once it is ours
    const rows = await sql.rows<{ id: number; into: number | null }>(
      `SELECT id, merged_into AS "into" FROM customers WHERE id = ANY($1::int[]) ORDER BY id FOR NO KEY UPDATE`,
      [named],
    );
    for (const { id, into } of rows) if (into === null) people.add(id);
    named = [...new Set(rows.flatMap(({ into }) => (into === null || people.has(into) ? [] : [into])))];
  }
  return [...people].sort((a, b) => a - b);
}

/** `lockPeople` for one. Null for an unknown number. */
export async function lockPerson(sql: Sql, customerId: number): Promise<number | null> {
  const [id] = await lockPeople(sql, [customerId]);
  return id ?? null;
}

export async function marketingPermission(sql: Sql, customerId: number): Promise<MarketingPermission> {
  const [row] = await sql.rows<Omit<MarketingPermission, "customerId">>(
    `SELECT (SELECT language FROM customers WHERE id = $1::int) AS language,
       (SELECT state FROM consents WHERE customer_id = $1::int AND purpose = 'marketing' AND channel = 'email'
        ORDER BY at DESC, id DESC LIMIT 1) AS consent,
       ARRAY(SELECT DISTINCT reason FROM suppressions s WHERE (s.customer_id = $1::int AND s.kind IN ('email', 'customer'))
         OR (s.kind, s.hash) IN (SELECT kind, hash FROM identities WHERE customer_id = $1::int AND kind = 'email')
         ORDER BY reason) AS "suppressedFor"`,
    [customerId],
  );
  return { customerId, ...(row ?? { language: null, consent: null, suppressedFor: [] }) };
}

/** Lifts what the person's own unsubscribing put there, and nothing else: bounces and complaints stay. */
export async function liftUnsubscribed(sql: Sql, customerId: number): Promise<void> {
  await sql.rows(
    `DELETE FROM suppressions s WHERE reason = 'unsubscribed' AND kind IN ('email', 'customer') AND (s.customer_id = $1::int
       OR (s.kind, s.hash) IN (SELECT kind, hash FROM identities WHERE customer_id = $1::int AND kind = 'email'))`,
    [customerId],
  );
}
