import { OWN_REASON_PREFIX, type ReviewState } from "@/server/domain/review";
import type { Sql } from "./database";

/** `flagged`: held because a rule doubts them, and not only because the campaign has everything looked at */
export type ReviewTab = "held" | "mine" | "flagged" | "decided";
export type ReviewSort = "risk" | "due";

/** One line of the queue. */
export type ReviewRow = {
  id: number;
  runId: number;
  customerId: number;
  campaignId: number;
  campaign: string;
  segment: string | null;
  reasons: string[];
  risk: number;
  openedAt: Date;
  dueAt: Date;
  sendAt: Date;
  state: ReviewState;
  assignee: number | null;
  /** names of people as they are called now; null where nobody did it, or no person */
  assigneeName: string | null;
  edited: boolean;
  editedBy: string | null;
  editedByName: string | null;
  creativeId: number;
  /** hex */
  creativeHash: string;
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  graceUntil: Date | null;
  reasonCode: string | null;
  /** one for all that were approved together */
  batchId: string | null;
  comments: number;
};

/** Where the page before ended: the values by which it was sorted. */
export type ReviewPlace = { id: number; risk: number; at: Date };

export type ReviewFilter = {
  tab: ReviewTab;
  sort: ReviewSort;
  /** any of these; empty: all */
  reasons: readonly string[];
  campaignId: number | null;
  customerId: number | null;
  /** whose items `mine` shows */
  userId: number | null;
  after: ReviewPlace | null;
  limit: number;
};

export const REVIEW_COLUMNS = `i.id, i.run_id AS "runId", i.customer_id AS "customerId", i.campaign_id AS "campaignId",
  c.name AS campaign, d.segment, i.reasons, i.risk, i.opened_at AS "openedAt", i.due_at AS "dueAt",
  i.send_at AS "sendAt", i.state, i.assignee, i.edited, i.edited_by AS "editedBy", i.creative_id AS "creativeId",
  encode(i.creative_hash, 'hex') AS "creativeHash", i.decided_by AS "decidedBy", i.decided_at AS "decidedAt",
  i.grace_until AS "graceUntil", i.reason_code AS "reasonCode",
  i.batch_id::text AS "batchId", assigned.name AS "assigneeName", editor.name AS "editedByName", decider.name AS "decidedByName",
  (SELECT count(*)::int FROM review_comments WHERE review_id = i.id AND removed_at IS NULL) AS comments`;

export const REVIEW_JOINS = `JOIN campaigns c ON c.id = i.campaign_id
  LEFT JOIN decisions d ON d.run_id = i.run_id AND d.customer_id = i.customer_id
  LEFT JOIN users assigned ON assigned.id = i.assignee
  LEFT JOIN users editor ON i.edited_by = 'user:' || editor.id
  LEFT JOIN users decider ON i.decided_by = 'user:' || decider.id`;

/** By what a page is sorted: the index on (state, risk, due_at, id) reads in this order. */
const ORDERS = {
  risk: "i.risk DESC, i.due_at, i.id",
  due: "i.due_at, i.id",
  decided: "i.decided_at DESC, i.id DESC",
} as const;

type Bind = (value: unknown, type: string) => string;

function conditionsOf(filter: ReviewFilter, order: keyof typeof ORDERS, bind: Bind): string[] {
  const found = [filter.tab === "decided" ? "i.decided_at IS NOT NULL" : "i.state = 'held'"];
  if (filter.tab === "mine") found.push(`i.assignee = ${bind(filter.userId, "int")}`);
  if (filter.tab === "flagged") found.push(flagged(bind(OWN_REASON_PREFIX, "text")));
  if (filter.reasons.length > 0) found.push(`i.reasons && ${bind(filter.reasons, "text[]")}`);
  if (filter.campaignId !== null) found.push(`i.campaign_id = ${bind(filter.campaignId, "int")}`);
  if (filter.customerId !== null) found.push(`i.customer_id = ${bind(filter.customerId, "int")}`);
  if (filter.after !== null) found.push(beyond(filter.after, order, bind));
  return found;
}

const flagged = (prefix: string) =>
  `EXISTS (SELECT FROM unnest(i.reasons) AS code WHERE NOT starts_with(code, ${prefix}))`;

function beyond({ risk, at, id }: ReviewPlace, order: keyof typeof ORDERS, bind: Bind): string {
  const place = `(${bind(at, "timestamptz")}, ${bind(id, "int")})`;
  if (order === "decided") return `(i.decided_at, i.id) < ${place}`;
  if (order === "due") return `(i.due_at, i.id) > ${place}`;
  const same = bind(risk, "float8");
  return `(i.risk < ${same} OR (i.risk = ${same} AND (i.due_at, i.id) > ${place}))`;
}

/** A page of held or decided messages. The page's ids are found first, then joined. */
export function listReviews(sql: Sql, filter: ReviewFilter): Promise<ReviewRow[]> {
  const order = filter.tab === "decided" ? "decided" : filter.sort;
  const params: unknown[] = [];
  const bind: Bind = (value, type) => `$${params.push(value)}::${type}`;
  const where = conditionsOf(filter, order, bind).join(" AND ");
  const page = `SELECT i.id FROM review_items i WHERE ${where} ORDER BY ${ORDERS[order]} LIMIT ${bind(filter.limit, "int")}`;
  return sql.rows<ReviewRow>(
    `SELECT ${REVIEW_COLUMNS} FROM (${page}) page JOIN review_items i USING (id) ${REVIEW_JOINS} ORDER BY ${ORDERS[order]}`,
    params,
  );
}

/** One item; null for an unknown id. */
export async function readReview(sql: Sql, id: number): Promise<ReviewRow | null> {
  const [row] = await sql.rows<ReviewRow>(
    `SELECT ${REVIEW_COLUMNS} FROM review_items i ${REVIEW_JOINS} WHERE i.id = $1`,
    [id],
  );
  return row ?? null;
}

export type ReviewCounts = {
  held: number;
  overdue: number;
  mine: number;
  decidedToday: number;
  mineToday: number;
  /** median of my decisions of today, milliseconds; null without any */
  medianMs: number | null;
  /** the same of everybody's */
  teamMedianMs: number | null;
};

/** The queue at a glance. The day begins at midnight of the company's zone. */
export async function countReviews(
  sql: Sql,
  at: { now: Date; timeZone: string; userId: number | null; actor: string },
): Promise<ReviewCounts> {
  const [row] = await sql.rows<ReviewCounts>(
    `WITH held AS (
       SELECT count(*)::int AS n, (count(*) FILTER (WHERE due_at <= $1::timestamptz))::int AS overdue,
         (count(*) FILTER (WHERE assignee = $3::int))::int AS mine
       FROM review_items WHERE state = 'held'),
     today AS (
       SELECT count(*)::int AS n, (count(*) FILTER (WHERE decided_by = $4))::int AS mine,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY milliseconds) FILTER (WHERE decided_by = $4) AS median,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY milliseconds) AS "teamMedian"
       FROM review_items
       WHERE decided_at >= date_trunc('day', $1::timestamptz, $2) AND state IN ('approved', 'rejected'))
     SELECT held.n AS held, held.overdue, held.mine, today.n AS "decidedToday", today.mine AS "mineToday",
       today.median AS "medianMs", today."teamMedian" AS "teamMedianMs"
     FROM held, today`,
    [at.now, at.timeZone, at.userId, at.actor],
  );
  if (row === undefined) throw new Error("counting gave no row");
  return row;
}
