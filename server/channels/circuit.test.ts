import { expect, test } from "vitest";
import { Circuit } from "./circuit";

test("each silence pauses longer, an answer ends it", () => {
  let now = 0;
  const circuit = new Circuit(() => now);
  const pauses: number[] = [];
  for (let i = 0; i < 7; i++) {
    circuit.note(false);
    pauses.push(circuit.pausedMs() / 60_000);
    now += circuit.pausedMs();
    expect(circuit.pausedMs()).toBe(0);
  }
  expect(pauses).toEqual([1, 2, 4, 8, 15, 15, 15]);
  circuit.note(true);
  circuit.note(false);
  expect(circuit.pausedMs()).toBe(60_000);
});
