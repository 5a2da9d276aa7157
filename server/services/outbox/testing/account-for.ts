import { outboxIdOf } from "@/server/domain/message-id";
import type { Sign } from "@/server/domain/token";
import type { Sql } from "@/server/store/database";

/** What became of every message of a campaign, by the witness of the sink and of the database. */
export type Account = {
  total: number;
  byState: Record<string, number>;
  /** mails beyond the first of a Message-ID, at the sink */
  duplicates: number;
  /** messages that no one can say anything of, each with what is wrong */
  unaccounted: string[];
};

type Row = { id: number; state: string; touches: number };

/**
 * Sets the sink's Message-IDs against the outbox. Everything is accounted for when each message is settled or uncertain,
 * each sent one is at the sink with one touch, each at the sink is sent or uncertain, and the sink has nothing else.
 */
export async function accountFor(
  sql: Sql,
  campaignId: number,
  messageIds: readonly string[],
  sign: Sign,
): Promise<Account> {
  const rows = await sql.rows<Row>(
    `SELECT o.id, o.state, count(t.*)::int AS touches FROM outbox o
     LEFT JOIN touches t ON t.outbox_id = o.id AND t.customer_id = o.customer_id
     WHERE o.campaign_id = $1 GROUP BY o.id, o.state ORDER BY o.id`,
    [campaignId],
  );
  const atSink = new Map<number, number>();
  const unaccounted: string[] = [];
  for (const messageId of messageIds) {
    const id = outboxIdOf(messageId, sign);
    if (id === null) unaccounted.push(`the sink has ${messageId}, which is none of ours`);
    else atSink.set(id, (atSink.get(id) ?? 0) + 1);
  }
  const byState: Record<string, number> = {};
  for (const row of rows) {
    byState[row.state] = (byState[row.state] ?? 0) + 1;
    const wrong = wrongWith(row, atSink.get(row.id) ?? 0);
    if (wrong !== null) unaccounted.push(`message ${row.id}: ${wrong}`);
  }
  const duplicates = [...atSink.values()].reduce((sum, times) => sum + times - 1, 0);
  return { total: rows.length, byState, duplicates, unaccounted };
}

function wrongWith({ state, touches }: Row, timesAtSink: number): string | null {
  const isThere = timesAtSink > 0;
  if (state === "ready" || state === "claimed") return `is still ${state}`;
  if (state === "sent" && !isThere) return "is sent but never reached the sink";
  if (state === "sent" && touches !== 1) return `is sent with ${touches} touches`;
  if (state !== "sent" && touches > 0) return `is ${state} with a touch`;
  return isThere && state !== "sent" && state !== "uncertain" ? `reached the sink but is ${state}` : null;
}
