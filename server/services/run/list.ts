import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { listRuns as pageOfRuns } from "@/server/store/runs";
import { view } from "../verb";

const input = z.object({
  campaignId: rowId.nullable().default(null),
  /** the last id of the page before; null: from the newest */
  before: rowId.nullable().default(null),
  limit: z.number().int().min(1).max(100).default(25),
});

/** Runs, newest first, each with what its chunks have decided so far. `next` asks for the following page; null: the end. */
export const listRuns = view({ needs: "campaign.read", input }, async ({ ctx, input }) => {
  const rows = await pageOfRuns(ctx.platform.database.sql, { ...input, limit: input.limit + 1 });
  const page = rows.slice(0, input.limit);
  return { rows: page, next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null };
});
