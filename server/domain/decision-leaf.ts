import { leafHash } from "./merkle";

/** A decision as it is stored. Instants are epoch milliseconds; `trace` is the stored text, byte for byte. */
export type DecisionRecord = {
  runId: number;
  customerId: number;
  chunk: number;
  campaignId: number;
  atMs: number;
  holdout: string | null;
  segmentor: string | null;
  segment: string | null;
  action: string | null;
  offerId: string | null;
  channel: string | null;
  variant: string | null;
  creativeId: number | null;
  propensity: number | null;
  verdict: string;
  node: string;
  reasons: readonly string[];
  sendAtMs: number | null;
  trace: string;
};

/** The audit leaf of one decision: over the row's values in column order and the trace. The verifier makes it again from the tables. */
export function decisionLeaf(row: DecisionRecord): Buffer {
  const values = [
    row.runId,
    row.customerId,
    row.chunk,
    row.campaignId,
    row.atMs,
    row.holdout,
    row.segmentor,
    row.segment,
    row.action,
    row.offerId,
    row.channel,
    row.variant,
    row.creativeId,
    row.propensity,
    row.verdict,
    row.node,
    row.reasons,
    row.sendAtMs,
  ];
  return leafHash(`${JSON.stringify(values)}\n${row.trace}`);
}
