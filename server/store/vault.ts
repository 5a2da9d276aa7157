import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Kinds of identifiers by which a person is found. */
export type IdentityKind = "user" | "anonymous" | "email" | "phone";

const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
/** First names repeat, and how names begin repeats more: so many hashes are remembered. */
const MOST_NAME_PARTS = 50_000;

/**
 * Keys and seals for personal data. One master key wraps a key per person (AES-256-GCM) and, by HKDF-SHA256 with
 * separate labels, gives the keys for look-up hashes and for tokens in mails.
 */
export class Vault {
  readonly #wrap: Buffer;
  readonly #identity: Buffer;
  readonly #token: Buffer;
  readonly #name: Buffer;
  readonly #nameHashes = new Map<string, string>();

  /** `master` is 32 bytes in base64 (the setting PEOPLE_KEY). */
  constructor(master: string) {
    const key = Buffer.from(master, "base64");
    if (key.length !== KEY_BYTES) throw new Error("PEOPLE_KEY: give 32 bytes in base64");
    const derive = (label: string) =>
      Buffer.from(hkdfSync("sha256", key, "", `touchline/${label}`, KEY_BYTES));
    this.#wrap = derive("wrap");
    this.#identity = derive("identity");
    this.#token = derive("token");
    this.#name = derive("name");
  }

  /** A new person's key, wrapped for storage. */
  newKey(): Buffer {
    return seal(this.#wrap, randomBytes(KEY_BYTES));
  }

  /** Seals a value under a wrapped key. */
  seal(wrapped: Uint8Array, value: unknown): Buffer {
    return seal(open(this.#wrap, wrapped), Buffer.from(JSON.stringify(value)));
  }

  /** Opens what `seal` made; throws when key and bytes do not belong together. */
  open(wrapped: Uint8Array, sealed: Uint8Array): unknown {
    return JSON.parse(open(open(this.#wrap, wrapped), sealed).toString());
  }

  /** The look-up hash of an identifier, 16 bytes. Equal texts under one master key give equal hashes; of addresses, the case does not count. */
  identityHash(kind: IdentityKind, normalised: string): Buffer {
    return createHmac("sha256", this.#identity)
      .update(kind)
      .update("\0")
      .update(kind === "email" ? normalised.toLowerCase() : normalised)
      .digest()
      .subarray(0, 16);
  }

  /** The look-up hash of a part of a name, 64 bits as PostgreSQL's bigint is written. */
  nameHash(part: string): string {
    const known = this.#nameHashes.get(part);
    if (known !== undefined) return known;
    const hash = createHmac("sha256", this.#name).update(part).digest().readBigInt64BE().toString();
    if (this.#nameHashes.size >= MOST_NAME_PARTS) this.#nameHashes.clear();
    this.#nameHashes.set(part, hash);
    return hash;
  }

  /** A signature for a token of one purpose, 10 bytes (80 bits). */
  sign(purpose: string, payload: Uint8Array): Buffer {
    return createHmac("sha256", this.#token)
      .update(purpose)
      .update("\0")
      .update(payload)
      .digest()
      .subarray(0, 10);
  }
}

function seal(key: Uint8Array, plain: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function open(key: Uint8Array, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}
