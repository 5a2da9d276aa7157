import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./processes.mjs";

/** Runs `work` while no other process of this machine holds `lockFile`. The lock of a dead process counts for nothing. */
export async function alone(lockFile, work) {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  while (!take(lockFile)) await sleep(100);
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function take(lockFile) {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isAlive(holderOf(lockFile))) rmSync(lockFile, { force: true });
    return false;
  }
}

function holderOf(lockFile) {
  try {
    return Number(readFileSync(lockFile, "utf8")) || process.pid; // empty: its holder is just writing it
  } catch {
    return process.pid;
  }
}
