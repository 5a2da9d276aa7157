import { randomUUID } from "node:crypto";
import type http from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "@/server/domain/clock";
import { type Backoff, inngestBackoff } from "./backoff";
import type { EngineContext, Work } from "./context";
import { openPool } from "./database";
import { FunctionIndex } from "./function-index";
import { engineServer } from "./http";
import { holdLock } from "./lock";
import type { Log } from "./log";
import { reclaim } from "./queue";
import { Runner } from "./runner";

export type EngineOptions = {
  /** The app's role is enough: the engine changes rows, never tables. */
  databaseUrl: string;
  /** 0 takes a free one. */
  port: number;
  clock: Clock;
  eventKey: string;
  signingKey: string;
  log: Log;
  /** How often the database is asked whether a timer is due, in milliseconds. 0: only `tick` and `idle` ask. */
  pollMs?: number;
  /** Calls made at the same time, over all functions. */
  parallel?: number;
  /** The longest that one call may take. */
  callTimeoutMs?: number;
  /** How long to wait for another engine on the same database to go before giving up. */
  lockWaitMs?: number;
  retentionDays?: number;
  backoff?: Backoff;
  random?: () => number;
};

export type Engine = {
  url: string;
  /** Does everything that is due now, once; resolves when its calls are answered. Returns how many things it did. */
  tick(): Promise<number>;
  /** Resolves when nothing is due and no call is under way. */
  idle(): Promise<void>;
  /** Lets calls under way end for a few seconds, then breaks them off; they are made again after the next start. */
  stop(): Promise<void>;
};

const DEFAULTS = {
  pollMs: 250,
  parallel: 32,
  callTimeoutMs: 2 * 3_600_000,
  lockWaitMs: 10_000,
  retentionDays: 7,
  backoff: inngestBackoff,
  random: Math.random,
};

/**
 * Starts an Inngest server whose state lies in the schema "engine" of a database. Only one works on a database at a
 * time; it takes up at once whatever the one before it left.
 */
export async function startEngine(given: EngineOptions): Promise<Engine> {
  const options = { ...DEFAULTS, ...given };
  const { clock, log, eventKey, signingKey, backoff, random, callTimeoutMs } = options;
  const pool = openPool(options.databaseUrl, (error) =>
    log.warn({ reason: error.message }, "a connection was lost"),
  );
  const functions = new FunctionIndex();
  const context: EngineContext = {
    pool,
    clock,
    log,
    random,
    backoff,
    functions,
    instance: randomUUID(),
    eventKey,
    signingKey,
    callTimeoutMs,
    wake: (...work: Work[]) => runner.wake(...work),
  };
  const takeOver = async () => {
    await functions.reload(pool);
    const taken = await reclaim(context, runner.inFlight);
    if (taken > 0) log.info({ calls: taken }, "took over the calls of an engine that is gone");
  };
  const runner = new Runner(context, { ...options, isAllowed: () => lock.isHeld() });
  const lock = await holdLock(options.databaseUrl, {
    waitMs: options.lockWaitMs,
    log,
    onRegained: takeOver,
  }).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  await takeOver();
  const server = engineServer(context, () => lock.isHeld());
  await listen(server, options.port);
  runner.start();
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    tick: () => runner.tick(),
    idle: () => runner.idle(),
    stop: async () => {
      await close(server);
      await runner.stop();
      await lock.release();
      await pool.end();
    },
  };
}

/** Answers what is being asked, then ends the connections that are kept alive. */
async function close(server: http.Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), 1000);
  await closed;
  clearTimeout(impatient);
}

function listen(server: http.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}
