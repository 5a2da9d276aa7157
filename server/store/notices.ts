import type { NoticeKind } from "@/server/domain/notice";
import type { Sql } from "./database";

/** One thing that needs a person. */
export type Notice = {
  /** of the review item, message, campaign or import */
  id: number;
  label: string;
  /** when it began to need somebody */
  at: Date;
};

export type NoticeGroup = { count: number; unseen: number; newest: readonly Notice[] };

/** Held messages that are not due yet. */
const NOT_DUE = `SELECT i.id, c.name AS label, i.opened_at AS at
  FROM review_items i JOIN campaigns c ON c.id = i.campaign_id
  WHERE i.state = 'held' AND i.due_at > $2::timestamptz`;

/** Each gives id, label and at, for the instants $1 (now), $2 (due until) and $3 (not older than), and the person $4. */
const SOURCES: Record<NoticeKind, string> = {
  "review-due": `SELECT i.id, c.name AS label, i.due_at - ($2::timestamptz - $1::timestamptz) AS at
    FROM review_items i JOIN campaigns c ON c.id = i.campaign_id
    WHERE i.state = 'held' AND i.due_at <= $2::timestamptz`,
  "review-assigned": `${NOT_DUE} AND i.assignee = $4`,
  "review-waiting": `${NOT_DUE} AND i.assignee IS DISTINCT FROM $4`,
  "message-uncertain": `SELECT o.id, c.name AS label, coalesce(o.settled_at, o.claimed_at, o.not_before) AS at
    FROM campaigns c JOIN outbox o ON o.campaign_id = c.id AND o.state = 'uncertain'`,
  "run-failed": `SELECT r.campaign_id AS id, c.name AS label, coalesce(r.finished_at, r.at) AS at
    FROM runs r JOIN campaigns c ON c.id = r.campaign_id
    WHERE r.state = 'failed' AND r.at > $3::timestamptz`,
  "campaign-stopped": `SELECT id, name AS label, updated_at AS at
    FROM campaigns WHERE state = 'stopped' AND updated_at > $3::timestamptz`,
  "import-failed": `SELECT id, file_name AS label, coalesce(finished_at, created_at) AS at
    FROM imports WHERE state = 'failed' AND created_at > $3::timestamptz`,
};

/** How many there are of one kind, how many of them this person has not seen, and the newest. */
export async function noticesOf(
  sql: Sql,
  kind: NoticeKind,
  at: { now: Date; dueUntil: Date; after: Date; userId: number; limit: number },
): Promise<NoticeGroup> {
  const rows = await sql.rows<Notice & { count: number; unseen: number }>(
    `WITH instants AS (SELECT $1::timestamptz, $2::timestamptz, $3::timestamptz),
       found AS (${SOURCES[kind]}),
       seen AS (SELECT coalesce(max(seen_at), '-infinity') AS until FROM notice_reads WHERE user_id = $4 AND kind = $5)
     SELECT id, label, at, (count(*) OVER ())::int AS count,
       (count(*) FILTER (WHERE at > seen.until) OVER ())::int AS unseen
     FROM found, seen, instants ORDER BY at DESC, id DESC LIMIT $6`,
    [at.now, at.dueUntil, at.after, at.userId, kind, at.limit],
  );
  return {
    count: rows[0]?.count ?? 0,
    unseen: rows[0]?.unseen ?? 0,
    newest: rows.map(({ id, label, at }) => ({ id, label, at })),
  };
}

/** Remembers until when a person has seen the notices of a kind; never goes back. */
export async function markNotices(
  sql: Sql,
  userId: number,
  seen: readonly { kind: NoticeKind; until: Date }[],
): Promise<void> {
  await sql.rows(
    `INSERT INTO notice_reads (user_id, kind, seen_at)
     SELECT $1, kind, until FROM unnest($2::text[], $3::timestamptz[]) AS seen(kind, until)
     ON CONFLICT (user_id, kind) DO UPDATE SET seen_at = greatest(notice_reads.seen_at, excluded.seen_at)`,
    [userId, seen.map(({ kind }) => kind), seen.map(({ until }) => until)],
  );
}
