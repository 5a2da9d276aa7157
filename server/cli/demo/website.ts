import { createHash, randomBytes } from "node:crypto";
import { traitsOf } from "@/server/services/ingest/read-delivery";
import { Tracker } from "@/server/services/ingest/tracker";
import { insertWriteKey } from "@/server/store/write-keys";
import type { DemoEvent } from "./history";
import type { Stage } from "./stage";

const BATCH = 500;

/** The shop's site: reports visits in batches of the Segment specification, each visit once. */
export async function openWebsite({ platform, clock }: Stage, events: readonly DemoEvent[]) {
  const key = randomBytes(24).toString("base64url");
  const { id } = await insertWriteKey(platform.database.sql, {
    name: "Shop website",
    hash: createHash("sha256").update(key).digest(),
    prefix: key.slice(0, 6),
    at: clock.now(),
  });
  const tracker = new Tracker(platform);
  const open = [...events];
  return {
    async report(): Promise<void> {
      const seen = open.filter(({ at }) => at <= clock.now());
      open.splice(0, seen.length);
      for (let first = 0; first < seen.length; first += BATCH) {
        const batch = seen.slice(first, first + BATCH).map(callOf);
        const answer = await tracker.takeBatch({ batch }, id, traitsOf(""));
        if (!answer.taken) throw new Error(`visits were not taken: ${answer.field} ${answer.reason}`);
      }
    },
  };
}

const callOf = ({ userId, at, type, name, sku }: DemoEvent, i: number) => ({
  type,
  messageId: `demo-${userId}-${at.getTime()}-${i}`,
  userId,
  timestamp: at.toISOString(),
  ...(type === "page"
    ? { name, properties: { path: `/things/${sku}` } }
    : { event: name, properties: { sku } }),
});
