import { handleCall } from "@/server/api/tracking/handle-call";
import { ManualClock } from "@/server/clock";
import { openDatabase } from "@/server/store/database";
import { readPeople } from "@/server/store/people";
import { freshDatabase } from "@/server/store/testing/test-database";
import { Vault } from "@/server/store/vault";
import { insertWriteKey } from "@/server/store/write-keys";
import type { GathererLimits } from "../event-gatherer";
import { Tracker } from "../tracker";
import { hashOf } from "../write-key-gate";

export const WRITE_KEY = "wk_test";

const FILLED = [
  ...["events", "event_keys", "rejected_events", "orders", "order_lines"],
  ...["identities", "people", "person_keys", "tickets", "suppressions", "outbox", "customers"],
];

/** A database of its own with one write key, and calls as a client would make them. */
export async function trackingWorld(start: Date, limits: Partial<GathererLimits> = {}) {
  const fresh = await freshDatabase();
  const database = openDatabase(fresh.appUrl, 6);
  const clock = new ManualClock(start);
  const vault = new Vault(Buffer.alloc(32, 7).toString("base64"));
  const platform = { database, vault, clock };
  const { id: writeKeyId } = await insertWriteKey(database.sql, {
    name: "test",
    hash: hashOf(WRITE_KEY),
    prefix: "wk_te",
    at: start,
  });
  const tracker = new Tracker(platform, limits);

  const post = (call: string, body: string, headers: Record<string, string> = basic(WRITE_KEY)) =>
    handleCall(new Request(`http://localhost/v1/${call}`, { method: "POST", body, headers }), call, tracker);

  return {
    database,
    sql: database.sql,
    clock,
    vault,
    platform,
    writeKeyId,
    ownerUrl: fresh.ownerUrl,
    post,
    async send(call: string, body: object, key = WRITE_KEY) {
      const response = await post(call, JSON.stringify(body), basic(key));
      return { status: response.status, body: (await response.json()) as Answer };
    },
    async person(customerId: number) {
      return (await readPeople(database.sql, vault, [customerId])).get(customerId) ?? null;
    },
    async customerOf(kind: "user" | "anonymous" | "email", value: string): Promise<number | null> {
      const [row] = await database.sql.rows<{ id: number }>(
        "SELECT customer_id AS id FROM identities WHERE kind = $1 AND hash = $2",
        [kind, vault.identityHash(kind, value)],
      );
      return row?.id ?? null;
    },
    /** As before any event. */
    async empty() {
      clock.set(start);
      for (const table of FILLED) await database.sql.rows(`DELETE FROM ${table}`);
    },
    /** Another process on the same database. */
    anotherTracker: () => new Tracker(platform, limits),
    /** Ends the database under those who are connected. */
    vanish: () => fresh.drop(),
    async close() {
      await database.close();
      await fresh.drop();
    },
  };
}

export type TrackingWorld = Awaited<ReturnType<typeof trackingWorld>>;

export type Answer = {
  success: boolean;
  field?: string;
  message?: string;
  accepted?: number;
  duplicates?: number;
  rejected?: number;
  rejections?: { index: number; messageId: string | null; field: string; reason: string }[];
};

export const basic = (key: string) => ({
  authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
  "content-type": "application/json",
});
