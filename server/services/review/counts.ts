import { z } from "zod";
import { nameOf } from "@/server/context";
import { countReviews } from "@/server/store/reviews-list";
import { settingInForce } from "@/server/store/settings";
import { view } from "../verb";

/** The queue at a glance, and the asking person's day: "38 of 52, median 41 s". */
export const reviewCounts = view(
  { needs: "review.read", input: z.object({}).default({}) },
  async ({ ctx: { actor, platform }, now }) => {
    const { sql } = platform.database;
    const { timeZone } = (await settingInForce(sql, "company")).body;
    const userId = actor.kind === "user" ? actor.id : null;
    return countReviews(sql, { now, timeZone, userId, actor: nameOf(actor) });
  },
);
