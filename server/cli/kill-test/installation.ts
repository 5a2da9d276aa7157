import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export const PROCESSES = ["worker", "web", "engine", "supervisor"] as const;
export type ProcessName = (typeof PROCESSES)[number];

type Noted = { pid: number; url: string | null; children: Partial<Record<ProcessName, number>> };

const READY_MS = 600_000;
const STOP_MS = 20_000;

/** `npm start` on a data folder of its own, as a supervisor whose processes can be killed one by one. */
export class Installation {
  readonly #home: string;
  readonly #variables: NodeJS.ProcessEnv;
  #supervisor: ChildProcess | null = null;
  #said = "";

  constructor(home: string, variables: NodeJS.ProcessEnv) {
    this.#home = home;
    this.#variables = variables;
    process.once("exit", () => this.#supervisor?.kill("SIGKILL"));
  }

  /** Starts the supervisor and waits until it says that everything is healthy. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [path.resolve("scripts/start.mjs")], {
      env: this.#variables,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#supervisor = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        this.#said = (this.#said + chunk.toString()).slice(-4000);
      });
    }
    const end = performance.now() + READY_MS;
    while (this.#noted()?.pid !== child.pid || !this.#noted()?.url) {
      if (child.exitCode !== null || performance.now() > end)
        throw new Error(`the installation does not start:\n${this.#said}`);
      await sleep(50);
    }
  }

  /** Kills one process at once and answers true; false where it is not there just now. A supervisor is started again. */
  async kill(name: ProcessName): Promise<boolean> {
    if (name === "supervisor") {
      const child = this.#supervisor;
      if (child === null) return false;
      child.kill("SIGKILL");
      await once(child, "exit");
      await this.start();
      return true;
    }
    const pid = this.#noted()?.children[name];
    if (pid === undefined || !isAlive(pid)) return false;
    process.kill(pid, "SIGKILL");
    return true;
  }

  async stop(): Promise<void> {
    const child = this.#supervisor;
    if (child === null || child.exitCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await Promise.race([gone, sleep(STOP_MS)]);
    this.#supervisor = null;
  }

  #noted(): Noted | null {
    const file = path.join(this.#home, "supervisor.json");
    if (!existsSync(file)) return null;
    try {
      return JSON.parse(readFileSync(file, "utf8")) as Noted;
    } catch {
      return null; // being written
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
