import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { freezeAudience } from "@/server/store/audience.sql";
import { appendEntries } from "@/server/store/audit";
import { campaignVersion } from "@/server/store/campaigns";
import { readRun, storeFrozen } from "@/server/store/runs";
import { job } from "../verb";

/** Customers a chunk: one transaction, one step of the engine, one audit block. */
export const CHUNK_SIZE = 2000;

/**
 * Writes down who belongs to a run, as of its instant, in chunks of neighbouring ids. Answers the number of chunks and
 * of customers; a second call answers the same and changes nothing. A stopped run has none.
 */
export const freeze = job({ input: z.object({ runId: rowId }) }, async ({ ctx, now, input: { runId } }) =>
  ctx.platform.database.bulk(async ({ sql }) => {
    const run = await readRun(sql, runId, "FOR UPDATE");
    if (run === null) throw new Refusal("NOT_FOUND", `runId: there is no run ${runId}`);
    if (run.state === "stopped" || run.state === "failed") return { chunks: 0, audience: 0 };
    if (run.state !== "freezing") return { chunks: run.chunks, audience: run.audience };
    const campaign = await campaignVersion(sql, run.campaignId, run.campaignVersion);
    if (campaign === null)
      throw new Error(`campaign ${run.campaignId} has no version ${run.campaignVersion}`);
    const frozen = await freezeAudience(sql, {
      runId,
      audience: campaign.audience,
      now: run.at,
      chunkSize: CHUNK_SIZE,
    });
    await storeFrozen(sql, runId, frozen);
    const entity = { type: "run", id: String(runId) };
    await appendEntries(sql, now, [{ actor: "system:run", action: "run.freeze", entity, data: frozen }]);
    return { chunks: frozen.chunks, audience: frozen.audience };
  }),
);
