import { Worker } from "node:worker_threads";
import type { Rendered, RenderJob } from "./contract";
import type { RenderLimits } from "./liquid";
import { type BatchResult, INDEX, STEP } from "./thread-protocol";

export type LaneOptions = {
  /** the bundled thread */
  script: string;
  limits: RenderLimits;
  /** how long one job may hold the thread before it is killed */
  stallMs: number;
};

/** What became of a batch: all results, or the index of the job that took the thread down. */
type Outcome = { results: Rendered[] } | { guilty: number; why: string };

const STARTUP_MS = 10_000;
const WATCH_MS = 25;
const MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** One thread. It is started when first needed, killed when a job holds it, and replaced by the next batch. */
export class RenderLane {
  readonly #options: LaneOptions;
  #worker: Worker | null = null;
  #progress = new Int32Array(new SharedArrayBuffer(8));
  #batches = 0;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  /** Renders the jobs, aligned by index. A job that takes the thread down becomes an error; the others are rendered again without it. */
  async render(jobs: readonly RenderJob[]): Promise<Rendered[]> {
    const results: (Rendered | undefined)[] = jobs.map(() => undefined);
    let left = jobs.map((_, index) => index);
    while (left.length > 0) {
      const batch = left.flatMap((index) => jobs[index] ?? []);
      const outcome = await this.#attempt(batch);
      if ("results" in outcome) {
        for (const [i, index] of left.entries()) results[index] = outcome.results[i];
        break;
      }
      const guilty = left[outcome.guilty];
      if (guilty === undefined) throw new Error(`the render thread did not start: ${outcome.why}`);
      results[guilty] = { ok: false, error: outcome.why };
      left = left.filter((index) => index !== guilty);
    }
    return results.map((result) => result ?? { ok: false, error: "the render thread gave no answer" });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker;
    this.#progress = new Int32Array(new SharedArrayBuffer(8));
    const { script, limits } = this.#options;
    this.#worker = new Worker(script, {
      workerData: { progress: this.#progress, limits },
      resourceLimits: MEMORY,
      env: {},
    });
    return this.#worker;
  }

  async #attempt(jobs: readonly RenderJob[]): Promise<Outcome> {
    const worker = this.#thread();
    const id = ++this.#batches;
    Atomics.store(this.#progress, INDEX, -1);
    worker.ref();
    const heard = new AbortController();
    const outcome = await new Promise<Outcome>((resolve) => {
      const failed = (why: string) => resolve({ guilty: Atomics.load(this.#progress, INDEX), why });
      const stopWatching = this.#watch(() => failed("rendering took too long"));
      heard.signal.addEventListener("abort", stopWatching);
      on(worker, "message", heard.signal, (answer: BatchResult) => {
        if (answer.id === id) resolve({ results: answer.results });
      });
      on(worker, "error", heard.signal, (error: Error) =>
        failed(/memory/i.test(error.message) ? "rendering took too much memory" : error.message),
      );
      on(worker, "exit", heard.signal, () => failed("the render thread ended"));
      worker.postMessage({ id, jobs });
    });
    heard.abort();
    if ("guilty" in outcome) await this.close();
    else worker.unref();
    return outcome;
  }

  /** Calls back when one job has held the thread for longer than allowed. */
  #watch(onStall: () => void): () => void {
    let seen = Atomics.load(this.#progress, STEP);
    let since = performance.now();
    const timer = setInterval(() => {
      const step = Atomics.load(this.#progress, STEP);
      const waiting = Atomics.load(this.#progress, INDEX) === -1;
      if (step !== seen) {
        seen = step;
        since = performance.now();
      }
      if (performance.now() - since > (waiting ? STARTUP_MS : this.#options.stallMs)) {
        clearInterval(timer);
        onStall();
      }
    }, WATCH_MS);
    return () => clearInterval(timer);
  }
}

/** Listens until the signal. Not `removeAllListeners`: the worker's own are among them. */
function on<Value>(
  worker: Worker,
  event: string,
  until: AbortSignal,
  listener: (value: Value) => void,
): void {
  worker.on(event, listener);
  until.addEventListener("abort", () => worker.off(event, listener));
}
