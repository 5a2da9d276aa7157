import { setImmediate as turn } from "node:timers/promises";
import type { Decision } from "@/server/domain/decision";
import { decisionLeaf } from "@/server/domain/decision-leaf";
import { appendDecisionBlock } from "./audit";
import { copyLine, copyRows, textArray } from "./copy-rows";
import type { Database, Sql } from "./database";

/** How many of a chunk ended how. */
export type ChunkCounts = Record<Decision["verdict"], number>;

/** A decision with its trace (JSON as it is stored and hashed), and what a reviewer gets where it is held. */
export type DecidedRow = {
  decision: Decision;
  trace: string;
  review: { creativeHash: string; reasons: readonly string[]; risk: number } | null;
};

export type DecidedChunk = {
  runId: number;
  chunk: number;
  /** the clock's now; decisions carry the run's instant */
  at: Date;
  reviewDueAt: Date;
  /** canonical JSON */
  context: string;
  counts: ChunkCounts;
  milliseconds: number;
  /** in customer order */
  rows: readonly DecidedRow[];
};

const TARGETS = {
  decisions: `decisions (run_id, customer_id, chunk, campaign_id, at, holdout, segmentor, segment, action, offer_id,
    channel, variant, creative_id, propensity, verdict, node, reasons, send_at)`,
  traces: "decision_traces (run_id, customer_id, trace)",
  reviews: `review_items (run_id, customer_id, campaign_id, creative_id, creative_hash, reasons, risk, opened_at,
    due_at, send_at, state)`,
  outbox:
    "outbox (run_id, customer_id, campaign_id, channel, creative_id, offer_id, not_before, state, reasons)",
};
type Lines = Record<keyof typeof TARGETS, string[]>;

/** Between so many rows the event loop gets a turn. */
const BREATH = 500;

/** The counts of a chunk that was decided before; null: it was not. */
export async function storedCounts(sql: Sql, runId: number, chunk: number): Promise<ChunkCounts | null> {
  const [row] = await sql.rows<{ counts: ChunkCounts }>(
    "SELECT counts FROM run_chunks WHERE run_id = $1 AND chunk = $2",
    [runId, chunk],
  );
  return row?.counts ?? null;
}

/** The customers of a chunk, in the order of its audit leaves. */
export async function chunkCustomers(sql: Sql, runId: number, chunk: number): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    "SELECT customer_id AS id FROM run_audience WHERE run_id = $1 AND chunk = $2 ORDER BY customer_id",
    [runId, chunk],
  );
  return rows.map(({ id }) => id);
}

/**
 * Writes a decided chunk in one transaction: its own row first, then decisions, traces, review items and outbox by COPY,
 * the audit block last. Answers what stands: the given counts, or those of an earlier execution, which then is all
 * there is. Null: the run or its campaign was stopped meanwhile, and nothing was written; the lock on both rows makes
 * a stop wait for chunks that are being written.
 */
export async function writeChunk(database: Database, chunk: DecidedChunk): Promise<ChunkCounts | null> {
  const { runId, rows, at } = chunk;
  const { lines, leaves } = await prepare(chunk);
  return database.bulk(async ({ client, sql }) => {
    const [open] = await sql.rows(
      `SELECT 1 AS yes FROM runs r JOIN campaigns c ON c.id = r.campaign_id
       WHERE r.id = $1 AND r.state = 'deciding' AND c.state IN ('live', 'paused') FOR SHARE OF c, r`,
      [runId],
    );
    if (open === undefined) return null;
    if (!(await claimChunk(sql, chunk))) return storedCounts(sql, runId, chunk.chunk);
    for (const table of ["decisions", "traces", "reviews", "outbox"] as const)
      await copyRows(client, TARGETS[table], lines[table]);
    if (rows.length > 0) await appendDecisionBlock(sql, at, { runId, chunk: chunk.chunk, leaves });
    return chunk.counts;
  });
}

/** Whether this execution is the first: an execution at the same time waits here for the other's end. */
async function claimChunk(sql: Sql, { runId, chunk, at, counts, context, milliseconds }: DecidedChunk) {
  const inserted = await sql.rows(
    `INSERT INTO run_chunks (run_id, chunk, at, counts, context, milliseconds)
     VALUES ($1, $2, $3, $4::jsonb, $5::jsonb, $6) ON CONFLICT DO NOTHING RETURNING chunk`,
    [runId, chunk, at, JSON.stringify(counts), context, Math.round(milliseconds)],
  );
  return inserted.length > 0;
}

async function prepare(chunk: DecidedChunk): Promise<{ lines: Lines; leaves: Buffer[] }> {
  const lines: Lines = { decisions: [], traces: [], reviews: [], outbox: [] };
  const leaves: Buffer[] = [];
  const opened = chunk.at.toISOString();
  const due = chunk.reviewDueAt.toISOString();
  for (const [i, { decision, trace, review }] of chunk.rows.entries()) {
    if (i % BREATH === BREATH - 1) await turn();
    const { runId, customerId, campaignId, channel, creativeId, offerId, verdict } = decision;
    const sendAt = decision.sendAtMs === null ? null : new Date(decision.sendAtMs).toISOString();
    lines.decisions.push(decisionLine(decision, sendAt));
    lines.traces.push(copyLine([runId, customerId, trace]));
    leaves.push(decisionLeaf({ ...decision, trace }));
    if (verdict === "sent-on")
      lines.outbox.push(
        copyLine([runId, customerId, campaignId, channel, creativeId, offerId, sendAt, "ready", "{}"]),
      );
    if (review === null) continue;
    const { creativeHash, reasons, risk } = review;
    const about = [runId, customerId, campaignId, creativeId, `\\x${creativeHash}`, textArray(reasons), risk];
    lines.reviews.push(copyLine([...about, opened, due, sendAt, "held"]));
  }
  return { lines, leaves };
}

function decisionLine(decision: Decision, sendAt: string | null): string {
  return copyLine([
    decision.runId,
    decision.customerId,
    decision.chunk,
    decision.campaignId,
    new Date(decision.atMs).toISOString(),
    decision.holdout,
    decision.segmentor,
    decision.segment,
    decision.action,
    decision.offerId,
    decision.channel,
    decision.variant,
    decision.creativeId,
    decision.propensity,
    decision.verdict,
    decision.node,
    textArray(decision.reasons),
    sendAt,
  ]);
}
