import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Log } from "./log";

/** Any constant will do, as long as every engine uses the same: "touchline" as a number. */
const LOCK = 8_462_914_207;
const RETRY_MS = 250;

/** The right to be the one engine of a database. It is bound to a connection, so it ends with the process. */
type EngineLock = { isHeld(): boolean; release(): Promise<void> };

/**
 * Takes the lock, waiting up to `waitMs` for another engine to go; throws when it stays. Should the connection be
 * lost later, the lock is taken again as soon as the database is back, and `onRegained` is called before it counts.
 */
export async function holdLock(
  connectionString: string,
  { waitMs, log, onRegained }: { waitMs: number; log: Log; onRegained: () => Promise<void> },
): Promise<EngineLock> {
  let released = false;
  let held = false;
  let client = await take(connectionString, waitMs);
  const watch = (watched: pg.Client) => {
    held = true;
    watched.once("end", () => {
      held = false;
      if (!released) void regain();
    });
  };
  const regain = async () => {
    log.warn({}, "the engine lost its database and waits for it");
    while (!released && !held)
      try {
        client = await take(connectionString, Number.POSITIVE_INFINITY, () => released);
        await onRegained();
        watch(client);
        log.info({}, "the engine has its database back");
      } catch {
        await client.end().catch(() => undefined);
        await sleep(RETRY_MS);
      }
  };
  watch(client);
  return {
    isHeld: () => held,
    release: async () => {
      released = true;
      await client.end().catch(() => undefined);
    },
  };
}

async function take(connectionString: string, waitMs: number, giveUp = () => false): Promise<pg.Client> {
  const deadline = Date.now() + waitMs;
  const client = new pg.Client({
    connectionString,
    application_name: "touchline-engine-lock",
    keepAlive: true,
  });
  // "end" follows; without a listener an error would end the process.
  client.on("error", () => undefined);
  await client.connect();
  while (!giveUp()) {
    const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1) AS taken", [
      LOCK,
    ]);
    if (rows[0]?.taken) return client;
    if (Date.now() > deadline) break;
    await sleep(RETRY_MS);
  }
  await client.end();
  throw new Error(
    "another engine works on this database: stop it first, or give this one a database of its own",
  );
}
