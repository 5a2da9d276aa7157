import type { Sql } from "./database";
import type { DecisionKey } from "./decisions";

/** How a decision was made and kept: the chunk that it was decided in, and the audit block that holds its leaf. */
export type DecisionRecord = {
  /** of the whole chunk */
  chunkMs: number;
  chunkCustomers: number;
  auditBlock: number | null;
};

export async function decisionRecord(
  sql: Sql,
  { runId, customerId }: DecisionKey,
): Promise<DecisionRecord | null> {
  const [row] = await sql.rows<DecisionRecord>(
    `SELECT c.milliseconds AS "chunkMs", b.seq AS "auditBlock",
       (SELECT sum(value::int) FROM jsonb_each_text(c.counts))::int AS "chunkCustomers"
     FROM decisions d JOIN run_chunks c ON c.run_id = d.run_id AND c.chunk = d.chunk
     LEFT JOIN audit_blocks b ON b.run_id = d.run_id AND b.chunk = d.chunk
     WHERE d.run_id = $1::int AND d.customer_id = $2::int`,
    [runId, customerId],
  );
  return row ?? null;
}

/** The bytes of a decision's message as the sandbox's server took them; null where it did not. */
export async function sandboxBytes(
  sql: Sql,
  { runId, customerId }: DecisionKey,
): Promise<{ raw: Uint8Array; receivedAt: Date } | null> {
  const [row] = await sql.rows<{ raw: Uint8Array; receivedAt: Date }>(
    `SELECT m.raw, m.received_at AS "receivedAt"
     FROM outbox o JOIN touches t ON t.outbox_id = o.id JOIN sandbox_mails m ON btrim(m.message_id, '<>') = btrim(t.message_id, '<>')
     WHERE o.run_id = $1::int AND o.customer_id = $2::int ORDER BY m.received_at LIMIT 1`,
    [runId, customerId],
  );
  return row ?? null;
}
