import { expect, test } from "vitest";
import { checkCounts, inWords, playwrightCounts, total, vitestCounts } from "./test-counts.mjs";

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };
const playwright = { stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 1 } };

test("what was skipped is counted and said", () => {
  const sum = total([checkCounts(0), vitestCounts(0, vitest), playwrightCounts(0, playwright)]);
  expect(inWords(sum)).toBe("10 passed, 0 failed, 4 skipped");
});

test("where nothing was skipped, nothing is said of it", () => {
  expect(inWords(total([checkCounts(0), checkCounts(1)]))).toBe("1 passed, 1 failed");
});

test("a run that fails outside any test has failed", () => {
  expect(vitestCounts(1, vitest).failed).toBe(1);
  expect(playwrightCounts(1, playwright).failed).toBe(1);
  expect(vitestCounts(1, { ...vitest, numFailedTests: 3 }).failed).toBe(3);
});
