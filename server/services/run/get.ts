import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { readPlan, runWithCounts } from "@/server/store/runs";
import { view } from "../verb";

/** One run: versions, progress and counts, and the plan that its chunks go by; `plan` is null until it is fixed. */
export const getRun = view(
  { needs: "campaign.read", input: z.object({ runId: rowId }) },
  async ({ ctx, input: { runId } }) => {
    const { sql } = ctx.platform.database;
    const [run, plan] = await Promise.all([runWithCounts(sql, runId), readPlan(sql, runId)]);
    if (run === null) throw new Refusal("NOT_FOUND", `runId: there is no run ${runId}`);
    return { ...run, plan };
  },
);
