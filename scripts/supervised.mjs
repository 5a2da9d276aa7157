import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "./bundle.mjs";
import { EXIT_WITH_PARENT } from "./instance.mjs";
import { LogFile } from "./log-file.mjs";
import { PlainError } from "./plain-error.mjs";

const STEADY_MS = 30_000;
const LONGEST_PAUSE_MS = 5_000;
const FIRST_START_ATTEMPTS = 3;
const STOP_MS = 10_000;

/**
 * One Node program that is kept running: started again after a crash, at once the first time and then ever later, up
 * to five seconds. What it prints goes to `logs`/<name>.log, and to our output too where `echo` is set.
 */
export class Supervised {
  #child = null;
  #stopping = false;
  #pause = 0;
  #tail = "";
  #log;

  /**
   * `args`: the script and its arguments. `health`: a URL that answers 2xx once the program is ready.
   * @param {{
   *   name: string, args: string[], env: Record<string, string | undefined>, health: string, logs: string,
   *   echo?: boolean, onEvent?: (what: "started" | "crashed", detail: number | string | undefined) => void,
   * }} program
   */
  constructor({ name, args, env, health, logs, echo, onEvent = () => {} }) {
    Object.assign(this, { name, args, env, health, echo, onEvent });
    this.#log = new LogFile(path.join(logs, `${name}.log`));
  }

  get pid() {
    return this.#child?.pid ?? null;
  }

  /** Starts it and waits until it is healthy. Throws PlainError with its last words where it keeps dying. */
  async start({ withinMs }) {
    let crashes = 0;
    this.#spawn(() => {
      crashes++;
    });
    const deadline = Date.now() + withinMs;
    while (!(await isHealthy(this.health))) {
      if (this.#stopping) return;
      if (crashes >= FIRST_START_ATTEMPTS)
        throw new PlainError(`${this.name} does not start:\n${this.#tail}`);
      if (Date.now() > deadline) {
        throw new PlainError(
          `${this.name} was not ready within ${withinMs / 1000} s. Its log is ${this.#log.file}`,
        );
      }
      await sleep(100);
    }
  }

  /** Ends the present process; it comes back as after a crash. */
  restart() {
    this.#pause = 0;
    this.#child?.kill("SIGTERM");
  }

  /** SIGTERM, and SIGKILL for whoever has not ended ten seconds later. */
  async stop() {
    this.#stopping = true;
    const child = this.#child;
    if (child) {
      // "close" comes after "exit", once its last words are read
      const gone = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      const late = setTimeout(() => process.kill(-child.pid, "SIGKILL"), STOP_MS);
      await gone;
      clearTimeout(late);
    }
    await this.#log.close();
  }

  #spawn(onCrash = () => {}) {
    const startedAt = Date.now();
    const child = spawn(process.execPath, ["--import", EXIT_WITH_PARENT, ...this.args], {
      cwd: ROOT,
      env: { ...this.env, SUPERVISOR_PID: String(process.pid) },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true, // Ctrl-C comes to us alone, and we stop the others in order
    });
    this.#child = child;
    this.onEvent("started", child.pid);
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => this.#hear(chunk));
    child.once("error", (error) => this.#hear(`${error.stack}\n`));
    child.once("exit", (code, signal) => {
      this.#child = null;
      if (this.#stopping) return;
      onCrash();
      this.onEvent("crashed", signal ?? `status ${code}`);
      const wasSteady = Date.now() - startedAt > STEADY_MS;
      const pause = wasSteady ? 0 : this.#pause;
      this.#pause = Math.min(LONGEST_PAUSE_MS, pause * 2 || 200);
      setTimeout(() => this.#stopping || this.#spawn(onCrash), pause);
    });
  }

  #hear(chunk) {
    this.#log.write(chunk);
    this.#tail = (this.#tail + chunk).slice(-2000);
    if (!this.echo) return;
    for (const line of String(chunk).split("\n")) {
      if (line.trim() !== "") console.log(`${this.name.padEnd(6)} | ${line}`);
    }
  }
}

async function isHealthy(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
