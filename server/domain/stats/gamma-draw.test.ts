import { expect, test } from "vitest";
import { momentFor } from "../moment";
import { gammaDraw } from "./gamma-draw";
import { upperGamma } from "./incomplete-gamma";

test.each([0.05, 0.5, 1, 3.7, 200])("shape %d: draws follow the distribution (seed 6)", (shape) => {
  const random = momentFor(0, 6, Math.round(shape * 100), 0).random;
  const draws = Array.from({ length: 4000 }, () => gammaDraw(shape, random)).sort((a, b) => a - b);
  // Kolmogorov–Smirnov: the largest distance from the true share is below 1.95 / √n but once in a thousand
  const distance = draws.reduce((most, x, i) => {
    const below = 1 - upperGamma(shape, x);
    return Math.max(most, Math.abs(below - i / draws.length), Math.abs(below - (i + 1) / draws.length));
  }, 0);
  expect(distance).toBeLessThan(1.95 / Math.sqrt(draws.length));
});
