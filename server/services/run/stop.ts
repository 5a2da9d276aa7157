import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { RUN_MOVES } from "@/server/domain/run";
import { Refusal } from "@/server/errors";
import { readRun, storeRunState, withdrawRun } from "@/server/store/runs";
import { verb } from "../verb";

const input = z.object({ runId: rowId, reason: z.string().trim().min(1, "say why").max(500) });

/**
 * Stops a run: nothing more is decided, and what it has queued or held is taken back. It waits for chunks that are being
 * written, so that nothing slips past it; what was claimed before may still leave.
 */
export const stopRun = verb(
  { action: "run.stop", needs: "campaign.launch", input },
  async ({ tx: { sql }, now, input: { runId, reason } }) => {
    const run = await readRun(sql, runId, "FOR UPDATE");
    if (run === null) throw new Refusal("NOT_FOUND", `runId: there is no run ${runId}`);
    if (!RUN_MOVES[run.state].includes("stopped"))
      throw new Refusal("CONFLICT", `runId: run ${runId} is ${run.state} already`);
    await storeRunState(sql, runId, "stopped", now);
    const withdrawn = await withdrawRun(sql, runId, now);
    return {
      out: { runId, withdrawn },
      entity: { type: "run", id: String(runId) },
      before: { state: run.state },
      after: { state: "stopped", reason, withdrawn },
      events: [{ name: "run/stopped", data: { runId }, id: `run-stopped-${runId}` }],
    };
  },
);
