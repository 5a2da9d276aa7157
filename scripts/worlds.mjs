import { mkdirSync, mkdtempSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./bundle.mjs";
import { startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { callersEnvironment, dataFolder, programEnvironment } from "./environment.mjs";
import { runningInstance } from "./instance.mjs";
import { isolatedEnvironment } from "./isolated-environment.mjs";
import { migrate } from "./migrate.mjs";
import { freePorts } from "./ports.mjs";
import { removeWhenWeAreGone } from "./postgres/remove-when-gone.mjs";

/** These try things out: each run has a database and ports of its own, and none of the caller's outside world. */
const THROW_AWAY = new Set(["bench", "walkthrough", "kill-test"]);
/** These read files and standard input alone: they have no database. */
const NOWHERE = new Set(["lab"]);
/** These only look: what they find is not changed first, not even its tables. */
const LOOKING = new Set(["audit-verify"]);

/**
 * The database and the environment in which the program `name` runs: `{ variables, close }`. The tables are as this
 * version makes them, except for programs that only look.
 */
export async function openWorld(name) {
  if (NOWHERE.has(name)) return { variables: process.env, close: async () => {} };
  const world = await (THROW_AWAY.has(name) ? throwAwayWorld(name) : ownWorld());
  if (LOOKING.has(name)) return world;
  try {
    await migrate(world.variables.MIGRATE_DATABASE_URL);
    return world;
  } catch (error) {
    await world.close();
    throw error;
  }
}

/** The caller's database, or the one that `npm start` uses, running or not. */
async function ownWorld() {
  const given = callersEnvironment();
  if (given.DATABASE_URL) {
    const database = { appUrl: given.DATABASE_URL, ownerUrl: given.MIGRATE_DATABASE_URL };
    return { variables: programEnvironment(given, database).variables, close: async () => {} };
  }
  const home = dataFolder(given);
  const postgres = await startEmbeddedPostgres({ home });
  return {
    variables: programEnvironment(given, postgres).variables,
    // it stays where somebody else started it, or has come to rely on it meanwhile
    close: async () => postgres.takenOver || runningInstance(home) || postgres.stop(),
  };
}

async function throwAwayWorld(name) {
  const data = path.join(ROOT, ".data");
  mkdirSync(data, { recursive: true });
  const home = mkdtempSync(path.join(data, `${name}-`));
  const postgres = await startEmbeddedPostgres({ home });
  const close = removeWhenWeAreGone({ pid: postgres.pid, dataDir: postgres.dataDir, home });
  const [web, worker, engine, smtp] = (await freePorts(4)).map(String);
  const ports = { PORT: web, WORKER_PORT: worker, ENGINE_PORT: engine, SANDBOX_SMTP_PORT: smtp };
  const given = { ...isolatedEnvironment(), ...ports, DATA_DIR: home };
  return { variables: programEnvironment(given, postgres).variables, close };
}
