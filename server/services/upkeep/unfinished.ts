import { z } from "zod";
import { MINUTE_MS } from "@/server/domain/time";
import { unfinishedWork } from "@/server/store/upkeep.sql";
import { job } from "../verb";

const QUIET_MINUTES = 5;

/** Runs and imports that have not moved for five minutes, by id: to be asked for again, which harms none that is under way. */
export const unfinished = job({ input: z.object({}).default({}) }, ({ ctx, now }) =>
  unfinishedWork(ctx.platform.database.sql, new Date(now.getTime() - QUIET_MINUTES * MINUTE_MS)),
);
