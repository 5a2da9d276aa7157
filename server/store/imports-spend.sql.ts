import type { Bulk } from "./database";

export type SpendDraft = {
  /** ISO date */
  day: string;
  channel: string;
  campaign: string;
  amountMinor: number;
  currency: string;
};

/** Remembers within one connection what a file has summed up to so far. */
export async function prepareSpend({ sql }: Pick<Bulk, "sql">): Promise<void> {
  await sql.rows(
    `CREATE TEMP TABLE spend_so_far (day date, channel text, campaign text, currency char(3), amount_minor bigint,
       PRIMARY KEY (day, channel, campaign))`,
  );
}

/**
 * Adds rows to the sums of this file and writes the sums. Needs `prepareSpend` on the same connection. `mixed` are the
 * lines in another currency than the one before them.
 */
export async function addSpend(
  { sql }: Pick<Bulk, "sql">,
  rows: readonly { line: number; row: SpendDraft }[],
): Promise<{ changed: number; mixed: number[] }> {
  const first = new Map<string, string>();
  const keyOf = ({ day, channel, campaign }: SpendDraft) => JSON.stringify([day, channel, campaign]);
  for (const { row } of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row.currency);
  const clean = rows.filter(({ row }) => first.get(keyOf(row)) === row.currency);
  const mixed = rows.filter(({ row }) => first.get(keyOf(row)) !== row.currency).map(({ line }) => line);
  const changed = await sql.rows(
    `WITH asked AS (
       SELECT day::date AS day, channel, campaign, currency, sum(amount)::bigint AS amount
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[])
         AS q(day, channel, campaign, currency, amount) GROUP BY 1, 2, 3, 4
     ), sums AS (
       INSERT INTO spend_so_far SELECT day, channel, campaign, currency, amount FROM asked
       ON CONFLICT (day, channel, campaign) DO UPDATE SET amount_minor = spend_so_far.amount_minor + excluded.amount_minor
       RETURNING *
     )
     INSERT INTO ad_spend (day, channel, campaign, amount_minor, currency)
     SELECT day, channel, campaign, amount_minor, currency FROM sums ORDER BY day, channel, campaign
     ON CONFLICT (day, channel, campaign) DO UPDATE SET amount_minor = excluded.amount_minor, currency = excluded.currency
     WHERE (ad_spend.amount_minor, ad_spend.currency) IS DISTINCT FROM (excluded.amount_minor, excluded.currency)
     RETURNING 1 AS n`,
    [
      clean.map(({ row }) => row.day),
      clean.map(({ row }) => row.channel),
      clean.map(({ row }) => row.campaign),
      clean.map(({ row }) => row.currency),
      clean.map(({ row }) => row.amountMinor),
    ],
  );
  return { changed: changed.length, mixed };
}
