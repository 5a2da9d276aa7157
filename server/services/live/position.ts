import { z } from "zod";
import { view } from "../verb";

/** Where the feed is now: a page that is drawn from here on has seen everything before. Null where it cannot be known. */
export const livePosition = view(
  { needs: "session.own", input: z.object({}).default({}) },
  async ({ ctx: { platform } }) => platform.database.changes.position(),
);
