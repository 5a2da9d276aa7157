import { z } from "zod";
import { may } from "@/server/context";
import { LIVE_TOPICS } from "@/server/domain/live-topic";
import { feed } from "../verb";

const input = z.object({ lastEventId: z.string().max(80).nullish() }).default({});

/** Which parts of the console changed, of those that the asking person may read; never what changed in them. */
export const liveChanges = feed(
  { needs: "session.own", input },
  async function* ({ ctx: { actor, platform }, input: { lastEventId }, signal }) {
    for await (const { id, topics } of platform.database.changes.follow(lastEventId ?? null, signal)) {
      const readable = topics.filter((topic) => may(actor, LIVE_TOPICS[topic]));
      if (readable.length > 0) yield { id, topics: readable };
    }
  },
);
