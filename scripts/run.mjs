// node scripts/run.mjs NAME ARGS: runs dist/cli/NAME.mjs on an up-to-date build and a migrated database.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync } from "node:fs";
import path from "node:path";
import { buildPrograms } from "./build.mjs";
import { entryPoints, ROOT } from "./bundle.mjs";
import { startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { callersEnvironment, dataFolder, programEnvironment } from "./environment.mjs";
import { EXIT_WITH_PARENT, runningInstance } from "./instance.mjs";
import { isolatedEnvironment } from "./isolated-environment.mjs";
import { migrate } from "./migrate.mjs";
import { exitWith, PlainError } from "./plain-error.mjs";
import { freePorts } from "./ports.mjs";
import { removeWhenWeAreGone } from "./postgres/remove-when-gone.mjs";

/** These try things out: each run has a database and ports of its own, and none of the caller's outside world. */
const THROW_AWAY = new Set(["bench", "walkthrough", "kill-test"]);
/** Progress goes to standard error: standard output is the program's, whose last line may be its result. */
const say = (line) => console.error(`  ${line}`);

const [name, ...args] = process.argv.slice(2);
// Ctrl-C reaches the program too: it ends first, and then what it stood on
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => program?.kill(signal));
let program = null;
process.exitCode = await main().catch(exitWith);

async function main() {
  await buildPrograms(say);
  const file = path.join(ROOT, "dist/cli", `${name}.mjs`);
  if (!name || !existsSync(file))
    throw new PlainError(`There is no program ${name ?? ""}. There are: ${programs()}`);
  const { variables, close } = await (THROW_AWAY.has(name) ? throwAwayWorld() : ownWorld());
  try {
    await migrate(variables.MIGRATE_DATABASE_URL);
    return await run(file, variables);
  } finally {
    await close();
  }
}

function programs() {
  const names = Object.keys(entryPoints()).filter((entry) => entry.startsWith("cli/"));
  return names.map((entry) => entry.slice("cli/".length)).join(", ");
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

async function throwAwayWorld() {
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

async function run(file, variables) {
  const loaded = ["--enable-source-maps", "--import", EXIT_WITH_PARENT];
  program = spawn(process.execPath, [...loaded, file, ...args], {
    env: { ...variables, NODE_ENV: "production", INNGEST_DEV: "0", SUPERVISOR_PID: String(process.pid) },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const [code, signal] = await new Promise((resolve) => program.once("exit", (...how) => resolve(how)));
  return code ?? (signal === "SIGINT" ? 130 : 1);
}
