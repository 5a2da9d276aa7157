import { readMail } from "@/server/domain/mime/read-mail";
import type { Sql } from "./database";

/** Mails kept; older ones go. */
const KEPT = 20_000;
const TIDY_EVERY = 500;

/** Keeps a mail that the sandbox took, and forgets the oldest now and then. */
export async function keepMail(
  sql: Sql,
  at: Date,
  { from, to, raw }: { from: string; to: string; raw: Buffer },
): Promise<void> {
  const { messageId, subject } = readMail(raw.toString("latin1"));
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO sandbox_mails (message_id, received_at, mail_from, rcpt_to, subject, raw) VALUES ($1, $2, $3, $4, $5, $6)
     RETURNING id`,
    [messageId, at, from, to, subject.slice(0, 500), raw],
  );
  if (row !== undefined && row.id % TIDY_EVERY === 0) {
    await sql.rows("DELETE FROM sandbox_mails WHERE id <= $1::bigint", [row.id - KEPT]);
  }
}

export type SandboxRow = {
  id: number;
  messageId: string;
  receivedAt: Date;
  from: string;
  to: string;
  subject: string;
};

const COLUMNS = `id, message_id AS "messageId", received_at AS "receivedAt", mail_from AS "from", rcpt_to AS "to", subject`;

/** A page of the sandbox's mails, newest first; `search` looks in recipient and subject. */
export async function sandboxMails(
  sql: Sql,
  { search, limit, offset }: { search: string; limit: number; offset: number },
): Promise<{ rows: SandboxRow[]; total: number }> {
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const where = "($1 = '%%' OR rcpt_to ILIKE $1 OR subject ILIKE $1)";
  const [rows, [count]] = await Promise.all([
    sql.rows<SandboxRow>(
      `SELECT ${COLUMNS} FROM sandbox_mails WHERE ${where} ORDER BY received_at DESC, id DESC LIMIT $2 OFFSET $3`,
      [pattern, limit, offset],
    ),
    sql.rows<{ n: number }>(`SELECT count(*)::int AS n FROM sandbox_mails WHERE ${where}`, [pattern]),
  ]);
  return { rows, total: count?.n ?? 0 };
}

/** One mail with its bytes; null for an unknown id. */
export async function sandboxMail(sql: Sql, id: number): Promise<(SandboxRow & { raw: Uint8Array }) | null> {
  const [row] = await sql.rows<SandboxRow & { raw: Uint8Array }>(
    `SELECT ${COLUMNS}, raw FROM sandbox_mails WHERE id = $1`,
    [id],
  );
  return row ?? null;
}

/** Which of these Message-IDs the sandbox took, with the instant of the first time. */
export async function takenBySandbox(sql: Sql, messageIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await sql.rows<{ id: string; at: Date }>(
    "SELECT message_id AS id, min(received_at) AS at FROM sandbox_mails WHERE message_id = ANY($1::text[]) GROUP BY 1",
    [messageIds],
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}
