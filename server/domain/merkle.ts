import { createHash, hash } from "node:crypto";

/**
 * Merkle tree as in RFC 6962 § 2.1: a leaf is SHA-256(0x00 ‖ bytes), a node SHA-256(0x01 ‖ left ‖ right),
 * and a tree of n leaves splits at the largest power of two below n. Hashes are 32 bytes.
 */
const NODE = Buffer.from([1]);
const BLOCK = Buffer.from([2]);
export const HASH_BYTES = 32;

/** The hash before the first block. */
export const GENESIS = Buffer.alloc(HASH_BYTES);

// one call without an object to collect: there is a leaf for every decision
export const leafHash = (content: string): Buffer => hash("sha256", `\0${content}`, "buffer");

/** The root over the leaf hashes, in order. Throws on an empty list: an empty block must not exist. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const first = leaves[0];
  if (first === undefined) throw new RangeError("a Merkle tree needs at least one leaf");
  // level by level; a node without a partner goes up as it is, which equals RFC 6962's split
  let level: readonly Buffer[] = leaves;
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const left = level[i] ?? first;
      const right = level[i + 1];
      above.push(
        right === undefined ? left : createHash("sha256").update(NODE).update(left).update(right).digest(),
      );
    }
    level = above;
  }
  return level[0] ?? first;
}

export type BlockHead = {
  seq: number;
  atMs: number;
  kind: "entries" | "decisions";
  leaves: number;
  root: Buffer;
  prevHash: Buffer;
};

/** The hash that links a block to the one before: over its number, instant, kind, size, root and the earlier hash. */
export function blockHash({ seq, atMs, kind, leaves, root, prevHash }: BlockHead): Buffer {
  const head = Buffer.alloc(20);
  head.writeBigUInt64BE(BigInt(seq), 0);
  head.writeBigInt64BE(BigInt(atMs), 8);
  head.writeUInt32BE(leaves, 16);
  return createHash("sha256").update(BLOCK).update(head).update(kind).update(root).update(prevHash).digest();
}
