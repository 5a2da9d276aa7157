import { z } from "zod";
import { MINUTE_MS } from "@/server/domain/time";
import { newestCount } from "@/server/store/segments.sql";
import { verb } from "../verb";

/** Asking again sooner changes nothing worth the work. */
const REST_MINUTES = 1;

/** Has the segments counted anew in the background; within a minute of the last count it asks for nothing. */
export const requestCount = verb(
  { action: "segment.request-count", needs: "campaign.write", input: z.object({}) },
  async ({ tx, now }) => {
    const newest = await newestCount(tx.sql);
    const isFresh = newest !== null && now.getTime() - newest.at.getTime() < REST_MINUTES * MINUTE_MS;
    return {
      out: { isAsked: !isFresh, countedAt: newest?.at ?? null },
      entity: { type: "segments", id: "all" },
      before: { countedAt: newest?.at ?? null },
      after: { isAsked: !isFresh },
      events: isFresh ? [] : [{ name: "segments/count-requested", data: {} }],
    };
  },
);
