/** Where a run stands. */
export const RUN_STATES = ["freezing", "writing", "deciding", "done", "stopped", "failed"] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Permitted moves. */
export const RUN_MOVES: Record<RunState, readonly RunState[]> = {
  freezing: ["writing", "stopped", "failed"],
  writing: ["deciding", "stopped", "failed"],
  deciding: ["done", "stopped", "failed"],
  /** what it has queued or held may still be taken back */
  done: ["stopped"],
  stopped: [],
  failed: ["stopped"],
};

/** Whether it still has work to do. */
export const isUnderWay = (state: RunState): boolean =>
  state === "freezing" || state === "writing" || state === "deciding";
