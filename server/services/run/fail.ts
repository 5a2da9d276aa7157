import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { isUnderWay } from "@/server/domain/run";
import { appendEntries } from "@/server/store/audit";
import { readRun, storeRunState } from "@/server/store/runs";
import { job } from "../verb";

/** Marks a run that the engine has given up on. What its chunks have decided stays, and may be stopped by a person. */
export const fail = job({ input: z.object({ runId: rowId }) }, async ({ ctx, now, input: { runId } }) =>
  ctx.platform.database.bulk(async ({ sql }) => {
    const run = await readRun(sql, runId, "FOR UPDATE");
    if (run === null || !isUnderWay(run.state)) return { state: run?.state ?? null };
    await storeRunState(sql, runId, "failed", now);
    const entity = { type: "run", id: String(runId) };
    await appendEntries(sql, now, [
      { actor: "system:run", action: "run.fail", entity, data: { before: run.state } },
    ]);
    return { state: "failed" as const };
  }),
);
