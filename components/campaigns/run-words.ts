import type { Tone } from "@/components/ui/tone";
import type { RunState } from "@/server/domain/run";

/** How each state of a run is shown and said. */
export const RUN_WORDS: Record<RunState, { tone: Tone; word: string }> = {
  freezing: { tone: "info", word: "Picking the audience" },
  writing: { tone: "info", word: "Writing the copy" },
  deciding: { tone: "info", word: "Deciding" },
  done: { tone: "pass", word: "Done" },
  stopped: { tone: "block", word: "Stopped" },
  failed: { tone: "block", word: "Failed" },
};
