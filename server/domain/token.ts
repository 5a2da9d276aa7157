import { timingSafeEqual } from "node:crypto";

/** What a token in a message is for. A token of one purpose opens nothing of another. */
export const TOKEN_PURPOSES = ["unsubscribe", "preferences", "open", "click"] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

/** `n` is the number of the link in a click, else 0. */
export type TokenContent = { purpose: TokenPurpose; customerId: number; outboxId: number; n: number };

/** A keyed signature of a payload under a label, always of the same length. */
export type Sign = (label: string, payload: Uint8Array) => Uint8Array;

export type TokenReading =
  | { ok: true; content: TokenContent }
  | { ok: false; why: "malformed" | "forged" | "other-purpose" };

const FORMAT = 1;
const PAYLOAD_BYTES = 13;
const LONGEST = 200;

/** The token as it stands in an address: base64url of payload and signature. It says nothing about a person and never expires. */
export function writeToken({ purpose, customerId, outboxId, n }: TokenContent, sign: Sign): string {
  const payload = Buffer.alloc(PAYLOAD_BYTES);
  payload.writeUInt8(FORMAT, 0);
  payload.writeUInt8(TOKEN_PURPOSES.indexOf(purpose), 1);
  payload.writeUInt8(n, 2);
  payload.writeUInt32BE(customerId, 3);
  payload.writeUIntBE(outboxId, 7, 6);
  return Buffer.concat([payload, sign(labelOf(purpose), payload)]).toString("base64url");
}

/** Reads a token for one purpose. `forged`: somebody changed it; `other-purpose`: genuine, but not for this. */
export function readToken(text: string, expected: TokenPurpose, sign: Sign): TokenReading {
  if (text.length > LONGEST || !/^[A-Za-z0-9_-]+$/.test(text)) return { ok: false, why: "malformed" };
  const bytes = Buffer.from(text, "base64url");
  // one spelling for one token: spare bits at the end must be zero
  if (bytes.length <= PAYLOAD_BYTES || bytes.toString("base64url") !== text)
    return { ok: false, why: "malformed" };
  const payload = bytes.subarray(0, PAYLOAD_BYTES);
  const purpose = TOKEN_PURPOSES[payload.readUInt8(1)];
  if (payload.readUInt8(0) !== FORMAT || purpose === undefined) return { ok: false, why: "forged" };
  const signature = bytes.subarray(PAYLOAD_BYTES);
  const wanted = sign(labelOf(purpose), payload);
  if (signature.length !== wanted.length || !timingSafeEqual(signature, wanted))
    return { ok: false, why: "forged" };
  if (purpose !== expected) return { ok: false, why: "other-purpose" };
  return {
    ok: true,
    content: {
      purpose,
      n: payload.readUInt8(2),
      customerId: payload.readUInt32BE(3),
      outboxId: payload.readUIntBE(7, 6),
    },
  };
}

const labelOf = (purpose: TokenPurpose): string => `token:${purpose}`;
