import type { Sql } from "./database";

type Row = { customerId: number; offerId: string; givenMs: number };

/**
 * When each customer was last given each offer, epoch milliseconds: what waits in the outbox counts from the time it
 * is planned for, what left or may have left from its claim. Customers who were given nothing are absent.
 */
export async function loadOffersGiven(
  sql: Sql,
  ids: readonly number[],
): Promise<Map<number, Record<string, number>>> {
  const rows = await sql.rows<Row>(
    `SELECT customer_id AS "customerId", offer_id AS "offerId",
       max(round(date_part('epoch', coalesce(claimed_at, not_before)) * 1000)) AS "givenMs"
     FROM outbox WHERE customer_id = ANY($1::int[]) AND offer_id IS NOT NULL
       AND state IN ('ready', 'claimed', 'sent', 'uncertain')
     GROUP BY 1, 2`,
    [ids],
  );
  const given = new Map<number, Record<string, number>>();
  for (const { customerId, offerId, givenMs } of rows)
    given.set(customerId, { ...given.get(customerId), [offerId]: givenMs });
  return given;
}
