import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { env } from "@/server/env.mjs";

const READY_MS = 120_000;
const STOP_MS = 10_000;
const NEXT = ["node_modules/next/dist/bin/next", "start", "--hostname", "127.0.0.1"];

/** Builds the site where it is not up to date, and starts engine, worker and web as `npm start` does, on this environment's ports. */
export async function startPrograms(): Promise<{ stop(): Promise<void> }> {
  const build = program(["scripts/build.mjs"]);
  const [status] = await once(build, "exit");
  if (status !== 0) throw new Error("the site could not be built");

  const started: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(started.map(end));
  };
  const start = async (args: readonly string[], port: number, health: string) => {
    const child = program(args);
    started.push(child);
    await healthy(child, `http://127.0.0.1:${port}${health}`);
  };
  try {
    // one after the other: the worker finds the engine there and registers at once
    await start(["dist/engine.mjs"], env.ENGINE_PORT, "/health");
    await start(["dist/worker.mjs"], env.WORKER_PORT, "/health");
    await start([...NEXT, "--port", String(env.PORT)], env.PORT, "/api/health");
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ends when we do, however we do. What it says goes to standard error: standard output is for the result. */
function program(args: readonly string[]): ChildProcess {
  // biome-ignore lint/style/noProcessEnv: the programs inherit ours, but for the owner's way into the database
  const { MIGRATE_DATABASE_URL: _, ...inherited } = process.env;
  return spawn(process.execPath, ["--import", path.resolve("scripts/exit-with-parent.mjs"), ...args], {
    env: { ...inherited, SUPERVISOR_PID: String(process.pid), LOG_LEVEL: "warn" },
    stdio: ["ignore", 2, 2, "ipc"],
  });
}

async function healthy(child: ChildProcess, health: string): Promise<void> {
  const latest = performance.now() + READY_MS;
  const answers = () =>
    fetch(health).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await answers())) {
    if (child.exitCode !== null || performance.now() > latest)
      throw new Error(`it does not start: ${child.spawnargs.join(" ")}`);
    await sleep(100);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await gone;
  clearTimeout(late);
}
