import { traitsOf } from "@/server/services/ingest/read-delivery";
import { Tracker } from "@/server/services/ingest/tracker";
import type { Staff } from "../support/staff";
import type { DemoEvent } from "./history";
import type { Stage } from "./stage";

const BATCH = 5000;

/** The shop's site: reports visits in batches of the Segment specification, each visit once. */
export async function openWebsite(
  { platform, clock }: Stage,
  { marketer }: Staff,
  events: readonly DemoEvent[],
) {
  const { id } = await marketer.writeKey.create({ name: "Shop website" });
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
