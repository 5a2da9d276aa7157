import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PlainError } from "./plain-error.mjs";

/** How to make each secret that nobody gave. */
const MAKE = {
  NEXTAUTH_SECRET: () => randomBytes(32).toString("base64url"),
  PEOPLE_KEY: () => randomBytes(32).toString("base64"),
  INNGEST_EVENT_KEY: () => randomBytes(24).toString("base64url"),
  INNGEST_SIGNING_KEY: () => `signkey-prod-${randomBytes(32).toString("hex")}`,
};

/** What production must be told: secrets, and addresses whose stand-ins would look like success. */
const PRODUCTION_NEEDS = {
  NEXTAUTH_SECRET: "signs the sessions; openssl rand -base64 32",
  PEOPLE_KEY: "wraps the keys of personal data; openssl rand -base64 32",
  INNGEST_EVENT_KEY: "the key that events are sent with",
  INNGEST_SIGNING_KEY: "signs the calls between Inngest and us; signkey-prod-<hex>",
  DATABASE_URL: "PostgreSQL as the role touchline_app",
  MIGRATE_DATABASE_URL: "PostgreSQL as the role touchline_owner",
  SMTP_URL: "the mail server; smtp://user:password@host:port",
  PUBLIC_URL: "where people reach us; links in messages begin with it",
};

/** Fewer different characters, or bytes, than any random secret of the asked length has. */
const FEWEST_DIFFERENT = 10;

/** What a value that stands there is not good enough for. */
const WEAKNESSES = {
  NEXTAUTH_SECRET: (text) => isGuessable(text) && "is too easy to guess; openssl rand -base64 32",
  PEOPLE_KEY: (text) =>
    isGuessable(Buffer.from(text, "base64").toString("latin1")) &&
    "is too easy to guess; openssl rand -base64 32",
  INNGEST_SIGNING_KEY: (text) =>
    isGuessable(text.replace(/^signkey-[\w]+-/, "")) &&
    "is too easy to guess; signkey-prod-$(openssl rand -hex 32)",
  PUBLIC_URL: (text) =>
    !text.startsWith("https://") &&
    "must begin with https://: sign-in and unsubscribe links (RFC 8058) need it",
};

const isGuessable = (text) => text.length < 32 || new Set(text).size < FEWEST_DIFFERENT;

/** In production nothing secret is made up: refuses, and names everything that is missing or weak. */
export function refuseMadeUpSecrets(given) {
  const missing = Object.entries(PRODUCTION_NEEDS).filter(([name]) => !given[name]);
  if (missing.length === 0) return refuseWeakSecrets(given);
  const lines = missing.map(([name, what]) => `  ${name.padEnd(22)}${what}`);
  throw new PlainError(
    `NODE_ENV is production, and these are not set:\n${lines.join("\n")}\n` +
      "Set them, or leave NODE_ENV out to try Touchline with secrets of its own.",
  );
}

function refuseWeakSecrets(given) {
  const weak = Object.entries(WEAKNESSES).flatMap(([name, weakness]) => {
    const why = weakness(given[name]);
    return why ? [`  ${name} ${why}`] : [];
  });
  if (weak.length > 0) throw new PlainError(`NODE_ENV is production, but\n${weak.join("\n")}`);
}

/** The secrets that the caller left out, made once and kept in `home`/secrets.json, readable by us alone. */
export function keptSecrets(home) {
  const file = path.join(home, "secrets.json");
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const missing = Object.keys(MAKE).filter((name) => !kept[name]);
  if (missing.length === 0) return kept;
  for (const name of missing) kept[name] = MAKE[name]();
  mkdirSync(home, { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  return kept;
}
