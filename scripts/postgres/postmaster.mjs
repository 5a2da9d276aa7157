import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandOf, isAlive } from "../processes.mjs";

/**
 * The server that runs on this data folder, whoever started it: `{ pid, port, ready }`, or null.
 * A pid file without a server behind it (killed machine, id used again) is removed.
 */
export function readPostmaster(dataDir) {
  const pidFile = path.join(dataDir, "postmaster.pid");
  const lines = readIfThere(pidFile).split("\n");
  const pid = Number(lines[0]);
  if (!pid) return null;
  if (isAlive(pid) && serves(pid, dataDir)) {
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  }
  rmSync(pidFile, { force: true });
  return null;
}

/** The same, once it takes connections; null where none runs, or where the one that ran was just stopping. */
export async function settledPostmaster(dataDir) {
  for (;;) {
    const found = readPostmaster(dataDir);
    if (found === null || found.ready) return found;
    await sleep(20);
  }
}

/** A postmaster's working directory is its data folder: stronger than its command line, where we may read it. */
function serves(pid, dataDir) {
  if (!commandOf(pid).includes("postgres")) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
  } catch {
    return true;
  }
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
