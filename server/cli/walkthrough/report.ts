import { amountOf } from "@/server/domain/money";
import type { Platform } from "@/server/platform";
import type { Staff } from "../support/staff";
import { duplicatesIn, type MailSink } from "./mail-sink";

const CURRENCY = "GBP";
const PERIOD = { from: "2011-10-01", to: "2011-12-09" };

export type Unsubscribed = { address: string; at: Date };

/** What came out: decisions and figures from the product, mails from the sink, sums from the database. */
export async function reportOf(
  { executive, admin }: Staff,
  { database }: Platform,
  sink: MailSink,
  gone: readonly Unsubscribed[],
) {
  const overview = await executive.figures.overview(PERIOD);
  const audit = await admin.audit.verify({});
  const [totals] = await database.sql.rows<{
    customers: number;
    orders: number;
    minor: number;
    decisions: number;
  }>(
    `SELECT (SELECT count(*)::int FROM customers) AS customers, (SELECT count(*)::int FROM orders) AS orders,
       (SELECT sum(revenue_minor)::int8 FROM orders) AS minor, (SELECT count(*)::int FROM decisions) AS decisions`,
  );
  const { perPerson } = overview.lift;
  const money = (minor: number) => Math.round(amountOf(minor, CURRENCY) * 100) / 100;
  return {
    customers: totals?.customers,
    orders: totals?.orders,
    revenue: money(totals?.minor ?? 0),
    decisions: totals?.decisions,
    held: overview.decisions.byVerdict.held,
    approved: overview.review.approved,
    blocked: Object.fromEntries(
      overview.decisions.blockedBy.map(({ reason, decisions }) => [reason, decisions]),
    ),
    sent: sink.mails.length,
    duplicates: duplicatesIn(sink.mails),
    sentToUnsubscribed: sink.mails.filter(({ to, at }) =>
      gone.some((one) => one.address === to && at > one.at),
    ).length,
    attributedRevenue: money(overview.sums.revenueMinor),
    lift:
      perPerson.kind === "known"
        ? { value: money(perPerson.value), low: money(perPerson.low), high: money(perPerson.high) }
        : perPerson,
    auditVerified: audit.verified,
  };
}
