import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { PlainError } from "./plain-error.mjs";
import { commandOf, isAlive } from "./processes.mjs";

/** Loaded into every program that must not outlive whoever started it. */
export const EXIT_WITH_PARENT = fileURLToPath(new URL("./exit-with-parent.mjs", import.meta.url));
const LEFTOVER_MS = 10_000;
/** Next's server writes this over its command line. */
const NEXT_TITLE = "next-server";

const fileIn = (home) => path.join(home, "supervisor.json");

/** The supervisor that runs on this data folder: `{ pid, url, children }`, or null. */
export function runningInstance(home) {
  const known = read(home);
  return known && isOurs(known.pid, "start.mjs") ? known : null;
}

/**
 * Makes this process the one supervisor of the data folder. Refuses where another lives; what a killed one left behind
 * ends by itself and is waited for.
 */
export async function claimInstance(home) {
  const running = runningInstance(home);
  if (running && running.pid !== process.pid) {
    throw new PlainError(
      `Touchline already runs on ${home}, at ${running.url ?? "an address not yet known"} (process ${running.pid}). ` +
        "Stop that one first, or start a second with its own DATA_DIR and PORT.",
    );
  }
  await Promise.all(Object.values(read(home)?.children ?? {}).map(leave));
  const state = { pid: process.pid, url: null, children: {} };
  const save = () => {
    mkdirSync(home, { recursive: true });
    writeFileSync(fileIn(home), JSON.stringify(state));
  };
  save();
  return {
    note(name, pid) {
      state.children[name] = pid;
      save();
    },
    at(url) {
      state.url = url;
      save();
    },
    release: () => rmSync(fileIn(home), { force: true }),
  };
}

async function leave(pid) {
  const deadline = Date.now() + LEFTOVER_MS;
  while (isOurs(pid, EXIT_WITH_PARENT) || isOurs(pid, NEXT_TITLE)) {
    if (Date.now() > deadline) process.kill(pid, "SIGKILL");
    await sleep(100);
  }
}

/** Process ids are used again: the command line tells whether it is still the one we mean. */
const isOurs = (pid, script) => isAlive(pid) && commandOf(pid).includes(script);

function read(home) {
  if (!existsSync(fileIn(home))) return null;
  try {
    return JSON.parse(readFileSync(fileIn(home), "utf8"));
  } catch {
    return null; // its writer was killed half-way
  }
}
