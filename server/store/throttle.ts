import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "./database";

/** Seconds to wait, or null: go on. */
export type Wait = number | null;

/** Counts attempts in the database, so that every web process sees the same figures. */
export type SignInThrottle = {
  /** Counts an attempt before it is tried; the counting is atomic, so a burst cannot slip through. */
  begin(email: string, address: string): Promise<Wait>;
  /** Forgets the attempts of this account from this address: its owner got in. */
  succeeded(email: string, address: string): Promise<void>;
};

const WINDOW_SECONDS = 15 * 60;

/** From one address at one account: NIST SP 800-63B § 3.2.2 allows at most 100 failures; ours is stricter. */
const PER_ACCOUNT_AND_ADDRESS = 10;
/** From one address at all accounts: an office behind one address must still get in. */
const PER_ADDRESS = 100;

/**
 * Nothing is counted per account alone: whoever knows an address could otherwise lock its owner out.
 * The table holds hashes of accounts and addresses, never the texts.
 */
export function signInThrottle(database: Database): SignInThrottle {
  const known = throttles.get(database);
  if (known !== undefined) return known;
  const made = throttleOn(database);
  throttles.set(database, made);
  return made;
}

/** One for each database: a limiter is no thing to make for each attempt. */
const throttles = new WeakMap<Database, SignInThrottle>();

function throttleOn(database: Database): SignInThrottle {
  const pairs = limiter(database, "sign-in-pair", PER_ACCOUNT_AND_ADDRESS);
  const addresses = limiter(database, "sign-in-address", PER_ADDRESS);
  return {
    async begin(email, address) {
      const waits = [
        await consume(addresses, keyOf(address)),
        await consume(pairs, keyOf(`${email}\0${address}`)),
      ];
      const longest = Math.max(...waits.map((wait) => wait ?? 0));
      return longest === 0 ? null : longest;
    },
    async succeeded(email, address) {
      await pairs.delete(keyOf(`${email}\0${address}`));
      await addresses.reward(keyOf(address));
    },
  };
}

/** Forgets attempts whose time is over. Answers how many. */
export async function trimThrottles({ sql }: Database, now: Date): Promise<number> {
  const rows = await sql.rows("DELETE FROM throttles WHERE expire < $1 RETURNING 1 AS n", [now.getTime()]);
  return rows.length;
}

/** Tests of a connection that one person may make in a quarter of an hour: each sends a mail or costs tokens. */
const TESTS_PER_PERSON = 10;

export type TestedConnection = "mail" | "model" | "piece";
type TestLimiters = Record<TestedConnection, RateLimiterPostgres>;
const testLimiters = new WeakMap<Database, TestLimiters>();

/** Counts a person's test of a connection; null: go on. The kinds of tests are counted apart. */
export function beginTest(database: Database, what: TestedConnection, person: string): Promise<Wait> {
  const known = testLimiters.get(database) ?? {
    mail: limiter(database, "test-mail", TESTS_PER_PERSON),
    model: limiter(database, "test-model", TESTS_PER_PERSON),
    piece: limiter(database, "test-piece", TESTS_PER_PERSON),
  };
  testLimiters.set(database, known);
  return consume(known[what], keyOf(person));
}

const limiter = (database: Database, keyPrefix: string, points: number) =>
  new RateLimiterPostgres({
    storeClient: database.pool,
    storeType: "pool",
    tableName: "throttles",
    tableCreated: true,
    clearExpiredByTimeout: false, // `trimThrottles` does, by one statement for all processes
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
    blockDuration: WINDOW_SECONDS,
  });

const keyOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

async function consume(limiter: RateLimiterPostgres, key: string): Promise<Wait> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused; // the database is down: not a reason to say "too many"
  }
}
