import { canonical } from "@/server/domain/canonical";
import { blockHash, GENESIS, leafHash, merkleRoot } from "@/server/domain/merkle";
import type { Sql } from "./database";

/** What one change leaves behind. `data` is hashed as canonical JSON and must hold no personal fields. */
export type AuditDraft = {
  actor: string;
  action: string;
  entity: { type: string; id: string };
  data: unknown;
};

/** The advisory lock of the chain: taken last, so that it is held only until the commit that follows. */
const CHAIN_LOCK = 7_468_001;

type Head = { seq: string | number | bigint; hash: Uint8Array };

async function appendBlock(
  sql: Sql,
  at: Date,
  block: {
    kind: "entries" | "decisions";
    leaves: readonly Buffer[];
    runId: number | null;
    chunk: number | null;
  },
): Promise<number> {
  const root = merkleRoot(block.leaves);
  await sql.rows("SELECT pg_advisory_xact_lock($1)::text", [CHAIN_LOCK]);
  const [head] = await sql.rows<Head>("SELECT seq, hash FROM audit_blocks ORDER BY seq DESC LIMIT 1");
  const seq = head === undefined ? 1 : Number(head.seq) + 1;
  const prevHash = head === undefined ? GENESIS : Buffer.from(head.hash);
  const hash = blockHash({
    seq,
    atMs: at.getTime(),
    kind: block.kind,
    leaves: block.leaves.length,
    root,
    prevHash,
  });
  await sql.rows(
    `INSERT INTO audit_blocks (seq, at, kind, run_id, chunk, leaves, root, prev_hash, hash, leaf_hashes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      seq,
      at,
      block.kind,
      block.runId,
      block.chunk,
      block.leaves.length,
      root,
      prevHash,
      hash,
      Buffer.concat(block.leaves),
    ],
  );
  return seq;
}

/**
 * Appends one block with one leaf per entry, inside the caller's transaction. Call it last: the chain's lock is held
 * from here to the commit. An empty list appends nothing.
 */
export async function appendEntries(sql: Sql, at: Date, drafts: readonly AuditDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const bodies = drafts.map((draft) =>
    canonical({
      at,
      actor: draft.actor,
      action: draft.action,
      entity: draft.entity,
      data: draft.data ?? null,
    }),
  );
  const seq = await appendBlock(sql, at, {
    kind: "entries",
    leaves: bodies.map(leafHash),
    runId: null,
    chunk: null,
  });
  const rows = drafts.map((draft, i) => ({
    n: i,
    actor: draft.actor,
    action: draft.action,
    entity_type: draft.entity.type,
    entity_id: draft.entity.id,
    body: bodies[i],
  }));
  await sql.rows(
    `INSERT INTO audit_entries (block, n, at, actor, action, entity_type, entity_id, body)
     SELECT $1, n, $2, actor, action, entity_type, entity_id, body
     FROM jsonb_to_recordset($3::jsonb) AS r(n int, actor text, action text, entity_type text, entity_id text, body text)`,
    [seq, at, JSON.stringify(rows)],
  );
}

/** Appends the block of one run chunk: its leaves are the hashes of the decision rows, in customer order. */
export async function appendDecisionBlock(
  sql: Sql,
  at: Date,
  chunk: { runId: number; chunk: number; leaves: readonly Buffer[] },
): Promise<void> {
  if (chunk.leaves.length === 0) return;
  await appendBlock(sql, at, { kind: "decisions", ...chunk });
}
