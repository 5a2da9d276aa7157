import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { appendEntries } from "@/server/store/audit";
import { readRun, runWithCounts, storeRunState } from "@/server/store/runs";
import { job } from "../verb";

/**
 * Closes a run whose chunks are all decided and wakes the delivery. Answers the counts of all chunks together. While
 * chunks are missing it refuses, so that the engine tries again; a run that is closed already answers its counts.
 */
export const finish = job({ input: z.object({ runId: rowId }) }, async ({ ctx, now, input: { runId } }) => {
  const { database, emit } = ctx.platform;
  const closed = await database.bulk(async ({ sql }) => {
    const run = await readRun(sql, runId, "FOR UPDATE");
    const counted = run === null ? null : await runWithCounts(sql, runId);
    if (run === null || counted === null) throw new Refusal("NOT_FOUND", `runId: there is no run ${runId}`);
    const { counts, decidedChunks } = counted;
    if (run.state !== "deciding") return { state: run.state, counts, isNew: false };
    if (decidedChunks < run.chunks)
      throw new Refusal(
        "CONFLICT",
        `runId: ${run.chunks - decidedChunks} chunks of run ${runId} are not decided`,
      );
    await storeRunState(sql, runId, "done", now);
    const entity = { type: "run", id: String(runId) };
    await appendEntries(sql, now, [{ actor: "system:run", action: "run.finish", entity, data: { counts } }]);
    return { state: "done" as const, counts, isNew: true };
  });
  if (closed.isNew) await emit([{ name: "outbox/ready", data: {} }]);
  return { state: closed.state, counts: closed.counts };
});
