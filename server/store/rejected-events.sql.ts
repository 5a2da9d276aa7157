import type { Call } from "@/server/domain/tracking/tracked-event";
import type { Sql } from "./database";

/** An event that was not taken, as the company sees it: never what it held. */
export type RejectedEvent = {
  id: number;
  receivedAt: Date;
  /** the name of the write key that it came by; null where the key is not known any more */
  source: string | null;
  messageId: string | null;
  /** null where it named none of the calls */
  type: Call | null;
  field: string;
  reason: string;
};

/** Rejected events below `before`, the newest first. */
export const listRejectedEvents = (
  sql: Sql,
  { before, limit }: { before: number | null; limit: number },
): Promise<RejectedEvent[]> =>
  sql.rows<RejectedEvent>(
    `SELECT r.id::float8 AS id, r.received_at AS "receivedAt", k.name AS source, r.message_id AS "messageId", r.type, r.field, r.reason
     FROM rejected_events r LEFT JOIN write_keys k ON k.id = r.write_key_id
     WHERE $1::bigint IS NULL OR r.id < $1 ORDER BY r.id DESC LIMIT $2`,
    [before, limit],
  );
