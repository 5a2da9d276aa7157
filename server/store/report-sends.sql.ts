import type { SendResult } from "@/server/channels/contract";
import type { Sql } from "./database";

export type QueuedReport = { ref: string; day: string; recipient: string; attempt: number };

/** Puts one mail a row in the queue; a ref that is there already changes nothing. Answers how many are new. */
export async function queueReports(
  sql: Sql,
  reports: readonly Omit<QueuedReport, "attempt">[],
  now: Date,
): Promise<number> {
  const rows = await sql.rows(
    `INSERT INTO report_sends (ref, day, recipient, state, asked_at, not_before)
     SELECT ref, day, recipient, 'ready', $4, $4
     FROM unnest($1::text[], $2::date[], $3::text[]) AS r(ref, day, recipient)
     ON CONFLICT (ref) DO NOTHING RETURNING ref`,
    [
      reports.map(({ ref }) => ref),
      reports.map(({ day }) => day),
      reports.map(({ recipient }) => recipient),
      now,
    ],
  );
  return rows.length;
}

/** Takes up to `limit` mails that are due; nobody else gets them. */
export const claimReports = (sql: Sql, now: Date, limit: number) =>
  sql.rows<QueuedReport>(
    `UPDATE report_sends SET state = 'claimed', attempt = attempt + 1, claimed_at = $1
     WHERE ref IN (SELECT ref FROM report_sends WHERE state = 'ready' AND not_before <= $1
                   ORDER BY not_before, ref LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING ref, to_char(day, 'YYYY-MM-DD') AS day, recipient, attempt`,
    [now, limit],
  );

/** Writes down what became of a claimed mail; `later` puts it back for its time, unless it was the last attempt. */
export async function settleReport(
  sql: Sql,
  { ref, result, now, isLast }: { ref: string; result: SendResult; now: Date; isLast: boolean },
): Promise<void> {
  const again = result.kind === "later" && !isLast;
  const state = result.kind === "later" ? (again ? "ready" : "refused") : result.kind;
  await sql.rows(
    `UPDATE report_sends SET state = $2, response = $3, settled_at = $4, not_before = $5
     WHERE ref = $1 AND state = 'claimed'`,
    [
      ref,
      state,
      result.response.slice(0, 500),
      again ? null : now,
      result.kind === "later" ? new Date(now.getTime() + result.retryAfterMs) : now,
    ],
  );
}

/** Mails that were claimed before `before` and never settled: whoever claimed them is gone, and nobody knows whether they left. */
export const giveUpReports = (sql: Sql, before: Date, now: Date) =>
  sql.rows<{ ref: string }>(
    `UPDATE report_sends SET state = 'uncertain', settled_at = $2, response = 'the sender did not come back'
     WHERE state = 'claimed' AND claimed_at < $1 RETURNING ref`,
    [before, now],
  );

export type ReportSend = {
  ref: string;
  day: string;
  recipient: string;
  state: "ready" | "claimed" | "sent" | "refused" | "uncertain";
  askedAt: Date;
  settledAt: Date | null;
  response: string | null;
};

/** The newest mails first. */
export const listReports = (sql: Sql, limit: number) =>
  sql.rows<ReportSend>(
    `SELECT ref, to_char(day, 'YYYY-MM-DD') AS day, recipient, state, asked_at AS "askedAt",
       settled_at AS "settledAt", response
     FROM report_sends ORDER BY asked_at DESC, ref LIMIT $1`,
    [limit],
  );
