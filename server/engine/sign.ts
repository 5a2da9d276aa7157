import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const TOLERANCE_SECONDS = 300;

/** The value of `x-inngest-signature` for a body. `body` must be canonical JSON: the SDK signs what it parsed. */
export function signature(body: string, signingKey: string, atSeconds: number): string {
  return `t=${atSeconds}&s=${mac(body, signingKey, String(atSeconds))}`;
}

/** Whether `header` is a signature of exactly this body, made within five minutes of `nowSeconds`. */
export function isSignedBy(header: string | undefined, body: string, signingKey: string, nowSeconds: number) {
  const parts = new URLSearchParams(header ?? "");
  const at = parts.get("t") ?? "";
  if (!/^\d+$/.test(at) || Math.abs(nowSeconds - Number(at)) > TOLERANCE_SECONDS) return false;
  return isSame(parts.get("s") ?? "", mac(body, signingKey, at));
}

/** Whether an Authorization header carries the hash of the signing key, as the SDK sends it when it registers. */
export function isBearerOf(authorization: string | undefined, signingKey: string): boolean {
  const token = /^Bearer (.+)$/.exec(authorization ?? "")?.[1] ?? "";
  return isSame(withoutPrefix(token), hashedKey(signingKey));
}

/** Compares in constant time; lengths may leak. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function mac(body: string, signingKey: string, at: string): string {
  return createHmac("sha256", withoutPrefix(signingKey)).update(body).update(at).digest("hex");
}

function hashedKey(signingKey: string): string {
  return createHash("sha256")
    .update(Buffer.from(withoutPrefix(signingKey), "hex"))
    .digest("hex");
}

function withoutPrefix(key: string): string {
  return key.replace(/^signkey-\w+-/, "");
}
