import path from "node:path";
import type { Rendered, Renderer, RenderJob } from "./contract";
import { DEFAULT_LIMITS, type RenderLimits } from "./liquid";
import { RenderLane } from "./render-lane";

type Options = {
  threads: number;
  /** the bundled thread; by default where the build puts it, seen from the project's folder */
  script?: string;
  limits?: RenderLimits;
  stallMs?: number;
};

/** Jobs that one message to a thread carries. */
const BATCH = 200;

/** Renders Liquid in threads that can be killed (docs/decisions/022). Threads start with the first job. */
export function createRenderer({
  threads,
  script = path.resolve("dist/render-thread.mjs"),
  limits = DEFAULT_LIMITS,
  stallMs = 1000,
}: Options): Renderer {
  const lanes = Array.from({ length: threads }, () => new RenderLane({ script, limits, stallMs }));
  const idle = [...lanes];
  const waiting: ((lane: RenderLane) => void)[] = [];
  let closed = false;

  const take = async (): Promise<RenderLane> =>
    idle.pop() ?? new Promise<RenderLane>((resolve) => waiting.push(resolve));
  const giveBack = (lane: RenderLane) => {
    const next = waiting.shift();
    if (next === undefined) idle.push(lane);
    else next(lane);
  };
  const renderBatch = async (jobs: readonly RenderJob[]): Promise<Rendered[]> => {
    const lane = await take();
    try {
      return await lane.render(jobs);
    } finally {
      giveBack(lane);
    }
  };

  return {
    async render(jobs) {
      if (closed) throw new Error("the renderer is closed");
      const batches: RenderJob[][] = [];
      for (let at = 0; at < jobs.length; at += BATCH) batches.push(jobs.slice(at, at + BATCH));
      return (await Promise.all(batches.map(renderBatch))).flat();
    },
    async close() {
      closed = true;
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}
