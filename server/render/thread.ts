import { parentPort, workerData } from "node:worker_threads";
import { jobRenderer, type RenderLimits } from "./liquid";
import { type Batch, type BatchResult, INDEX, STEP } from "./thread-protocol";

/** The thread: renders a batch and says at each job which one it is at, so that it can be killed with a name for the guilty. */
const { progress, limits } = workerData as { progress: Int32Array; limits: RenderLimits };
const render = jobRenderer(limits);

parentPort?.on("message", ({ id, jobs }: Batch) => {
  const results = jobs.map((job, index) => {
    Atomics.store(progress, INDEX, index);
    Atomics.add(progress, STEP, 1);
    return render(job);
  });
  parentPort?.postMessage({ id, results } satisfies BatchResult);
});
