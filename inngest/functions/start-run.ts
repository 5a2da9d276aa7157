import type { Inngest } from "inngest";
import type { CallAs } from "../call-as";
import { runRequested, runStopped } from "../events";

/** Chunks decided at the same time: more would only wait for the same two things, the processor and the disk. */
const AT_ONCE = 4;

/**
 * Carries a run from its audience to its end: freeze, write the creatives, decide chunk by chunk. Steps give back ids
 * and counts; each may be made twice and leaves its rows once.
 */
export const startRun = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    {
      id: "start-run",
      triggers: [runRequested],
      concurrency: AT_ONCE,
      // the sweep repeats the event of every unfinished run: one that is under way goes on undisturbed
      singleton: { key: "event.data.runId", mode: "skip" },
      cancelOn: [{ event: runStopped.name, match: "data.runId" }],
      onFailure: async ({ event }) => {
        const { runId } = event.data.event.data;
        await callAs("start-run").run.fail({ runId });
      },
    },
    async ({ event, step }) => {
      const { runId } = event.data;
      const call = callAs("start-run");
      const { chunks } = await step.run("freeze", () => call.run.freeze({ runId }));
      await step.run("write-creatives", () => call.run.writeCreatives({ runId }));
      for (let first = 0; first < chunks; first += AT_ONCE) {
        const wave = Array.from({ length: Math.min(AT_ONCE, chunks - first) }, (_, i) => first + i);
        await Promise.all(
          wave.map((chunk) => step.run(`decide-${chunk}`, () => call.run.decideChunk({ runId, chunk }))),
        );
      }
      return step.run("finish", () => call.run.finish({ runId }));
    },
  );
