import type pg from "pg";
import type { Clock } from "@/server/domain/clock";
import type { Backoff } from "./backoff";
import type { FunctionIndex } from "./function-index";
import type { Log } from "./log";

/** Kinds of work that a pass may look for. */
export type Work = "events" | "timers" | "calls";

/** How many rows of a kind one pass looks at. */
export const PASS_SIZE = 500;

/** What the parts of the engine share. */
export type EngineContext = {
  pool: pg.Pool;
  clock: Clock;
  log: Log;
  random: () => number;
  backoff: Backoff;
  functions: FunctionIndex;
  /** Names this process in leases. */
  instance: string;
  eventKey: string;
  signingKey: string;
  /** The longest that one call may take, in milliseconds. */
  callTimeoutMs: number;
  /** Says that there may be something to do now. */
  wake(...work: Work[]): void;
};
