import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether a process of this id lives, ours or another account's. A zombie does not count. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return !/^State:\s+Z/m.test(readProc(pid, "status"));
}

/** The command line of a process, "" where it is gone: ids are used again, so an id alone proves nothing. */
export function commandOf(pid) {
  if (existsSync("/proc/self")) return readProc(pid, "cmdline").replaceAll("\0", " ");
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}

/** Resolves when the process, which need not be our child, has ended. */
export async function ended(pid) {
  while (isAlive(pid)) await sleep(50);
}

function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
