import { z } from "zod";
import { CONSOLE_AREAS } from "@/server/domain/console-area";
import { addConsoleTime } from "@/server/store/console-time.sql";
import { settingInForce } from "@/server/store/settings";
import { measurement } from "../verb";

/** The browser reports each minute; what a slow network adds is forgiven. */
const MOST_SECONDS = 90;

/**
 * Counts time in which somebody was at work in an area of the console: its page in view and used within the last minute,
 * as their browser saw it. Only person, day, area and seconds are kept. The machinery has no such time.
 */
export const atWork = measurement(
  {
    needs: "session.own",
    input: z.object({
      area: z.enum(CONSOLE_AREAS),
      seconds: z.number().int().min(1).max(MOST_SECONDS),
    }),
  },
  async ({ ctx: { actor, platform }, now, input }) => {
    if (actor.kind !== "user") return { counted: false };
    const { sql } = platform.database;
    const { timeZone } = (await settingInForce(sql, "company")).body;
    await addConsoleTime(sql, { userId: actor.id, ...input, now, timeZone });
    return { counted: true };
  },
);
