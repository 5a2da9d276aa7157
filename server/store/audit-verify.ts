import { type DecisionRecord, decisionLeaf } from "@/server/domain/decision-leaf";
import { blockHash, GENESIS, HASH_BYTES, leafHash, merkleRoot } from "@/server/domain/merkle";
import type { Database, Sql } from "./database";

/** `verified` is false with the first place that does not agree and what is wrong there. */
export type AuditReport = {
  verified: boolean;
  blocks: number;
  leaves: number;
  /** decisions that went with a demo company: only their hashes are left, and the chain says so */
  removed: number;
  head: string | null;
  broken: Broken | null;
};
export type Broken = { block: number; leaf: number | null; what: string };

type Block = {
  seq: number;
  at: Date;
  kind: "entries" | "decisions";
  run_id: number | null;
  chunk: number | null;
  leaves: number;
  root: Uint8Array;
  prev_hash: Uint8Array;
  hash: Uint8Array;
  leaf_hashes: Uint8Array;
};

const BLOCKS_A_TIME = 200;

/** An entry by which a demo company was taken away: the decisions of blocks before it, up to a run, are gone. */
type Removal = { block: number; throughRun: number };

const removalsIn = (sql: Sql): Promise<Removal[]> =>
  sql.rows<Removal>(
    `SELECT block, (body::json #>> '{data,after,throughRun}')::int AS "throughRun" FROM audit_entries
     WHERE action = 'company.start-own'`,
  );

const isRemoved = ({ kind, seq, run_id }: Block, removals: readonly Removal[]): boolean =>
  kind === "decisions" &&
  removals.some(({ block, throughRun }) => seq < block && (run_id ?? 0) <= throughRun);

/**
 * Recomputes the whole chain from the stored rows: every leaf from its entry or decision, every root, every link. Reads in
 * pages, so a chain of any length takes bounded memory, and as of one instant, so that what others append meanwhile is
 * no news. It finds edits, deletions and reorderings; a truncated tail or a chain that was rewritten as a whole needs a
 * checkpoint that is kept elsewhere.
 */
export const verifyAudit = (database: Pick<Database, "bulk">): Promise<AuditReport> =>
  database.bulk(async ({ sql }) => {
    await sql.rows("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    return verify(sql);
  });

async function verify(sql: Sql): Promise<AuditReport> {
  const report: AuditReport = { verified: true, blocks: 0, leaves: 0, removed: 0, head: null, broken: null };
  let prevHash: Buffer = GENESIS;
  for await (const { block, leaves, removed } of chainOf(sql)) {
    const broken = whatIsWrong(block, leaves, report.blocks + 1, prevHash);
    if (broken !== null) return { ...report, verified: false, broken };
    prevHash = Buffer.from(block.hash);
    report.blocks = block.seq;
    report.leaves += block.leaves;
    report.removed += removed ? block.leaves : 0;
    report.head = prevHash.toString("hex");
  }
  const orphan = await orphanOf(sql, report.blocks);
  return orphan === null ? report : { ...report, verified: false, broken: orphan };
}

/** The blocks in order, each with its leaves made again. */
async function* chainOf(sql: Sql): AsyncGenerator<{ block: Block; leaves: Leaf[]; removed: boolean }> {
  const removals = await removalsIn(sql);
  let blocks: Block[];
  let last = 0;
  do {
    blocks = await sql.rows<Block>("SELECT * FROM audit_blocks WHERE seq > $1 ORDER BY seq LIMIT $2", [
      last,
      BLOCKS_A_TIME,
    ]);
    const entries = await entriesOf(sql, blocks);
    for (const block of blocks) {
      last = block.seq;
      const stored = entries.get(block.seq) ?? (await decisionLeaves(sql, block));
      // rows that came back after a removal are told by it: they are added to the hashes, which then do not fit
      const removed = isRemoved(block, removals);
      yield { block, leaves: removed ? [...keptHashes(block), ...stored] : stored, removed };
    }
  } while (blocks.length === BLOCKS_A_TIME);
}

/** A leaf made again from its row; no hash where the columns beside the body tell another story. `row` names it to people. */
type Leaf = { hash: Buffer | null; row: string };

function whatIsWrong(
  block: Block,
  leaves: readonly Leaf[],
  expectedSeq: number,
  prevHash: Buffer,
): Broken | null {
  const at = (what: string, leaf: number | null = null): Broken => ({ block: block.seq, leaf, what });
  if (block.seq !== expectedSeq) return at(`block ${expectedSeq} is missing`);
  if (!prevHash.equals(block.prev_hash)) return at("does not follow the block before it");
  const stored = Buffer.from(block.leaf_hashes);
  for (let i = 0; i < Math.max(leaves.length, block.leaves); i++) {
    const leaf = leaves[i];
    const expected = stored.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES);
    if (leaf === undefined) return at(`one of its ${block.leaves} rows is gone`, i);
    if (!leaf.hash?.equals(expected)) return at(`changed, moved or added: ${leaf.row}`, i);
  }
  const whole = leaves.flatMap(({ hash }) => (hash === null ? [] : [hash]));
  if (whole.length === 0) return at("holds no rows");
  if (stored.length !== whole.length * HASH_BYTES) return at("its list of leaves has another length");
  const root = merkleRoot(whole);
  if (!root.equals(block.root)) return at("its root does not fit its rows");
  const hash = blockHash({
    seq: block.seq,
    atMs: block.at.getTime(),
    kind: block.kind,
    leaves: block.leaves,
    root,
    prevHash,
  });
  return hash.equals(block.hash) ? null : at("its own hash does not fit");
}

/** The leaves of a block whose rows went with a demo company: their hashes still make its root. */
const keptHashes = ({ leaf_hashes, leaves }: Block): Leaf[] =>
  Array.from({ length: leaves }, (_, i) => ({
    hash: Buffer.from(leaf_hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES)),
    row: "a decision that was removed",
  }));

type Entry = {
  block: number;
  at: Date;
  actor: string;
  action: string;
  entity_type: string;
  entity_id: string;
  body: string;
};

async function entriesOf(sql: Sql, blocks: readonly Block[]): Promise<Map<number, Leaf[]>> {
  const seqs = blocks.filter(({ kind }) => kind === "entries").map(({ seq }) => seq);
  const leaves = new Map<number, Leaf[]>(seqs.map((seq) => [seq, []]));
  if (seqs.length === 0) return leaves;
  const rows = await sql.rows<Entry>(
    `SELECT block, at, actor, action, entity_type, entity_id, body FROM audit_entries
     WHERE block = ANY($1::bigint[]) ORDER BY block, n`,
    [seqs],
  );
  for (const row of rows) {
    leaves.get(row.block)?.push({
      hash: agrees(row) ? leafHash(row.body) : null,
      row: `${row.action} on ${row.entity_type} ${row.entity_id} by ${row.actor}`,
    });
  }
  return leaves;
}

type Body = { at?: unknown; actor?: unknown; action?: unknown; entity?: { type?: unknown; id?: unknown } };

/** The columns beside the body are for searching: they must say what the hashed body says. */
function agrees({ at, actor, action, entity_type, entity_id, body }: Entry): boolean {
  try {
    const said = JSON.parse(body) as Body;
    return (
      said.at === at.toISOString() &&
      said.actor === actor &&
      said.action === action &&
      said.entity?.type === entity_type &&
      said.entity.id === entity_id
    );
  } catch {
    return false;
  }
}

async function decisionLeaves(sql: Sql, block: Block): Promise<Leaf[]> {
  const rows = await sql.rows<DecisionRecord>(
    `SELECT d.run_id AS "runId", d.customer_id AS "customerId", d.chunk, d.campaign_id AS "campaignId",
       (extract(epoch FROM d.at) * 1000)::bigint AS "atMs", d.holdout, d.segmentor, d.segment, d.action,
       d.offer_id AS "offerId", d.channel, d.variant, d.creative_id AS "creativeId", d.propensity, d.verdict, d.node, d.reasons,
       (extract(epoch FROM d.send_at) * 1000)::bigint AS "sendAtMs", coalesce(t.trace, '') AS trace
     FROM run_audience a
     JOIN decisions d ON d.run_id = a.run_id AND d.customer_id = a.customer_id
     LEFT JOIN decision_traces t ON t.run_id = d.run_id AND t.customer_id = d.customer_id
     WHERE a.run_id = $1 AND a.chunk = $2 AND d.chunk = $2 ORDER BY d.customer_id`,
    [block.run_id, block.chunk],
  );
  return rows.map((row) => ({
    hash: decisionLeaf(row),
    row: `decision ${row.runId}-${row.customerId}`,
  }));
}

/** Rows that no block of the chain speaks of. */
async function orphanOf(sql: Sql, lastBlock: number): Promise<Broken | null> {
  const [entry] = await sql.rows<{ block: number; n: number }>(
    "SELECT block, n FROM audit_entries WHERE block > $1 OR block < 1 ORDER BY block, n LIMIT 1",
    [lastBlock],
  );
  if (entry !== undefined) return { block: entry.block, leaf: entry.n, what: "an entry belongs to no block" };
  const [decision] = await sql.rows<{ run_id: number; chunk: number }>(
    `SELECT d.run_id, d.chunk FROM decisions d
     WHERE NOT EXISTS (SELECT 1 FROM audit_blocks b WHERE b.run_id = d.run_id AND b.chunk = d.chunk)
       OR NOT EXISTS (SELECT 1 FROM run_audience a WHERE a.run_id = d.run_id AND a.chunk = d.chunk AND a.customer_id = d.customer_id)
     LIMIT 1`,
  );
  if (decision === undefined) return null;
  return {
    block: 0,
    leaf: null,
    what: `run ${decision.run_id}, chunk ${decision.chunk} has decisions outside the chain`,
  };
}
