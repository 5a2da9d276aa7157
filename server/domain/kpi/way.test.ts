import { describe, expect, test } from "vitest";
import { wayOf } from "./way";
import { wayWords } from "./way-words";

describe("wayOf", () => {
  test.each([
    { value: 0.58, goal: { better: "up", baseline: 0.45, target: 0.61 }, state: "under-way", share: 0.8125 },
    { value: 0.61, goal: { better: "up", baseline: 0.45, target: 0.61 }, state: "reached", share: 1 },
    { value: 0.4, goal: { better: "up", baseline: 0.45, target: 0.61 }, state: "further-away", share: 0 },
    { value: 0.044, goal: { better: "down", baseline: 0.05, target: 0.04 }, state: "under-way", share: 0.6 },
    { value: 0.031, goal: { better: "down", target: 0.05 }, state: "reached", share: 1 },
    { value: 0.07, goal: { better: "down", target: 0.05 }, state: "under-way", share: null },
    { value: 0, goal: { better: "down", target: 0 }, state: "reached", share: 1 },
    { value: 84, goal: { better: "up" }, state: "no-goal", share: null },
    { value: 84, goal: { better: "neither", target: 3 }, state: "no-goal", share: null },
  ] as const)("$value is $state", ({ value, goal, state, share }) => {
    const way = wayOf(value, goal);
    expect(way.state).toBe(state);
    if (share === null) expect(way.share).toBeNull();
    else expect(way.share).toBeCloseTo(share, 10);
  });
});

test.each([
  { way: { state: "reached", share: 1 }, words: "on target" },
  { way: { state: "under-way", share: 0.999 }, words: "99 % of the way" },
  { way: { state: "under-way", share: null }, words: "not there yet" },
  { way: { state: "further-away", share: 0 }, words: "behind the start" },
  { way: { state: "no-goal", share: null }, words: "no target" },
] as const)("$way.state in words: $words", ({ way, words }) => {
  expect(wayWords(way)).toBe(words);
});
