import { createHash, randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID: sorts by time, 26 characters. Source: https://github.com/ulid/spec */
export function ulid(atMs: number, entropy: Uint8Array = randomBytes(10)): string {
  return (
    base32(BigInt(Math.max(0, Math.floor(atMs))), 10) +
    base32(BigInt(`0x${Buffer.from(entropy).toString("hex")}`), 16)
  );
}

/**
 * The id of the nth event of a request that carries `x-inngest-event-id-seed` ("<milliseconds>,<base64>").
 * A repeat of the request gives the same ids, so nothing is stored twice. Null when the seed is malformed.
 */
export function seededId(seed: string, index: number): string | null {
  const match = /^(\d{1,15}),([A-Za-z0-9+/=]{1,64})$/.exec(seed);
  if (match === null) return null;
  return ulid(Number(match[1]), createHash("sha256").update(`${seed}#${index}`).digest().subarray(0, 10));
}

function base32(value: bigint, length: number): string {
  let [text, rest] = ["", value];
  for (let i = 0; i < length; i++) {
    text = ALPHABET[Number(rest & 31n)] + text;
    rest >>= 5n;
  }
  return text;
}
