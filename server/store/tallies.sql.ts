import type { Arm } from "@/server/domain/arm";
import type { Tally } from "@/server/domain/conversion";
import type { Sql } from "./database";

type Asked = { campaignId: number; now: Date; windowDays: number };
type TreatedRow = Tally & { segment: string; action: string; offerId: string | null; channel: string };

/**
 * What followed the campaign's touches whose window is over: orders joined to them, machines left out. By segment,
 * aligned with `arms`; touches of arms that are no more are left out.
 */
export async function loadTreated(
  sql: Sql,
  { campaignId, now, windowDays }: Asked,
  arms: readonly Arm[],
): Promise<Record<string, Tally[]>> {
  const rows = await sql.rows<TreatedRow>(
    `SELECT c.segment, c.action, c.offer_id AS "offerId", c.channel, count(*)::int AS tries,
       count(o.outbox_id)::int AS conversions
     FROM touches t
     JOIN creatives c ON c.id = t.creative_id
     LEFT JOIN (SELECT DISTINCT outbox_id FROM outcomes
       WHERE campaign_id = $1 AND kind = 'conversion' AND NOT bot AND at <= $2::timestamptz) o USING (outbox_id)
     WHERE t.campaign_id = $1 AND t.at <= $2::timestamptz - make_interval(secs => $3 * 86400)
     GROUP BY 1, 2, 3, 4`,
    [campaignId, now, windowDays],
  );
  const treated: Record<string, Tally[]> = {};
  for (const { segment, tries, conversions, ...row } of rows) {
    const i = arms.findIndex(
      (arm) => arm.action === row.action && arm.offerId === row.offerId && arm.channel === row.channel,
    );
    if (i === -1) continue;
    treated[segment] ??= arms.map(() => ({ tries: 0, conversions: 0 }));
    treated[segment][i] = { tries, conversions };
  }
  return treated;
}

/** How many of the campaign's held-out customers ordered inside the window by themselves, by segment. */
export async function loadControl(
  sql: Sql,
  { campaignId, now, windowDays }: Asked,
): Promise<Record<string, Tally>> {
  const rows = await sql.rows<Tally & { segment: string }>(
    `SELECT d.segment, count(*)::int AS tries, count(*) FILTER (WHERE EXISTS (
         SELECT 1 FROM orders o WHERE o.customer_id = d.customer_id AND o.at > d.at
           AND o.at <= d.at + make_interval(secs => $3 * 86400)))::int AS conversions
     FROM decisions d
     WHERE d.campaign_id = $1 AND d.at <= $2::timestamptz - make_interval(secs => $3 * 86400)
       AND d.verdict = 'holdout' AND d.segment IS NOT NULL
     GROUP BY d.segment`,
    [campaignId, now, windowDays],
  );
  return Object.fromEntries(rows.map(({ segment, ...tally }) => [segment, tally]));
}

/** How many of each offer claims have taken so far. */
export async function loadOffersTaken(sql: Sql): Promise<Record<string, number>> {
  const rows = await sql.rows<{ key: string; used: number }>(
    "SELECT key, used::float8 AS used FROM reservations WHERE kind = 'offer-stock'",
  );
  return Object.fromEntries(rows.map(({ key, used }) => [key, used]));
}
