import { z } from "zod";
import { reviewRisk } from "@/server/domain/review-risk";
import { rowId } from "@/server/domain/row-id";
import { HOUR_MS } from "@/server/domain/time";
import { Refusal } from "@/server/errors";
import { line } from "@/server/pipeline/line";
import type { Recorded } from "@/server/pipeline/nodes/record";
import {
  type ChunkCounts,
  chunkCustomers,
  type DecidedRow,
  storedCounts,
  writeChunk,
} from "@/server/store/decide.sql";
import { readRun } from "@/server/store/runs";
import { job } from "../verb";
import { preparedRun, shiftFor } from "./deciding";

const NOTHING: ChunkCounts = { "sent-on": 0, held: 0, blocked: 0, skipped: 0, holdout: 0 };

/**
 * Decides one chunk of a run and writes it in one transaction. Answers how many customers ended how. A chunk that was
 * decided before answers its stored counts and changes nothing; a chunk of a run that was stopped decides nobody.
 */
export const decideChunk = job(
  { input: z.object({ runId: rowId, chunk: z.number().int().min(0) }) },
  async ({ ctx, now, input: { runId, chunk } }): Promise<ChunkCounts> => {
    const { database } = ctx.platform;
    const run = await readRun(database.sql, runId);
    if (run === null) throw new Refusal("NOT_FOUND", `runId: there is no run ${runId}`);
    const standing = await storedCounts(database.sql, runId, chunk);
    if (standing !== null) return standing;
    if (run.state === "freezing" || run.state === "writing")
      throw new Refusal("CONFLICT", `runId: run ${runId} is not ready to decide`);
    if (run.state !== "deciding") return NOTHING;

    const started = performance.now();
    const prepared = await preparedRun(database, runId);
    const { shift, context } = await shiftFor(database.sql, prepared, chunk);
    const ids = await chunkCustomers(database.sql, runId, chunk);
    const recorded = await line.run(ids, shift);
    const rows = recorded.map((one, i) => rowOf(one, ids[i]));

    const slaMs = prepared.plan.policy.review.slaHours * HOUR_MS;
    const written = await writeChunk(database, {
      runId,
      chunk,
      at: now,
      reviewDueAt: new Date(now.getTime() + slaMs),
      context,
      counts: countsOf(rows),
      milliseconds: performance.now() - started,
      rows,
    });
    return written ?? NOTHING;
  },
);

function rowOf(one: Recorded | null, customerId: number | undefined): DecidedRow {
  if (one === null) throw new Error(`the line left customer ${customerId} without a record`);
  const { decision, trace, creative, why } = one;
  const reasons = why.map(({ code }) => code);
  const review =
    decision.verdict !== "held" || creative === null
      ? null
      : { creativeHash: creative.creativeHash, reasons, risk: reviewRisk(reasons) };
  return { decision, trace, review };
}

function countsOf(rows: readonly DecidedRow[]): ChunkCounts {
  const counts = { ...NOTHING };
  for (const { decision } of rows) counts[decision.verdict]++;
  return counts;
}
