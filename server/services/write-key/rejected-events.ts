import { z } from "zod";
import { listRejectedEvents } from "@/server/store/rejected-events.sql";
import { view } from "../verb";

const input = z
  .object({
    /** the `next` of the page before */
    before: z.number().int().min(1).nullable().default(null),
    limit: z.number().int().min(1).max(100).default(25),
  })
  .prefault({});

/** Events of the last 30 days that were not taken, newest first, with the field and the reason. `next` null: there are no more. */
export const rejectedEvents = view(
  { needs: "import.read", input },
  async ({ ctx, input: { before, limit } }) => {
    const found = await listRejectedEvents(ctx.platform.database.sql, { before, limit: limit + 1 });
    const rows = found.slice(0, limit);
    return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
  },
);
