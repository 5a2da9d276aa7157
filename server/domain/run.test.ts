import { expect, test } from "vitest";
import { isUnderWay, RUN_MOVES, RUN_STATES } from "./run";

test("every state that is under way may be stopped and may fail; what is over does not begin again", () => {
  for (const state of RUN_STATES) {
    const to = RUN_MOVES[state];
    expect(to.includes("failed")).toBe(isUnderWay(state));
    expect(to.includes("stopped")).toBe(state !== "stopped");
    expect(isUnderWay(state) || !to.some(isUnderWay)).toBe(true);
  }
});
