// node scripts/run.mjs NAME ARGS: runs dist/cli/NAME.mjs on an up-to-date build, in the world that is meant for it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { buildPrograms } from "./build.mjs";
import { entryPoints, ROOT } from "./bundle.mjs";
import { EXIT_WITH_PARENT } from "./instance.mjs";
import { exitWith, PlainError } from "./plain-error.mjs";
import { openWorld } from "./worlds.mjs";

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
  const { variables, close } = await openWorld(name);
  try {
    return await run(file, variables);
  } finally {
    await close();
  }
}

function programs() {
  const names = Object.keys(entryPoints()).filter((entry) => entry.startsWith("cli/"));
  return names.map((entry) => entry.slice("cli/".length)).join(", ");
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
