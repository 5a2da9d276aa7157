import { z } from "zod";
import { listFailures as pageOfFailures } from "@/server/store/failures.sql";
import { view } from "../verb";

const PAGE = 50;

/** Work of the machine that failed for good, newest first. `next` asks for the following page; null: the end. */
export const listFailures = view(
  {
    needs: "failure.settle",
    input: z.object({ before: z.number().int().min(1).nullable().default(null) }).prefault({}),
  },
  async ({ ctx, input: { before } }) => {
    const rows = await pageOfFailures(ctx.platform.database.sql, { before, limit: PAGE + 1 });
    const page = rows.slice(0, PAGE);
    return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
  },
);
