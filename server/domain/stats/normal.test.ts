import fc from "fast-check";
import { expect, test } from "vitest";
import { chiSquaredTail, upperGamma } from "./incomplete-gamma";
import { normalCdf, normalQuantile } from "./normal";

// as pnorm(z) and qnorm(p) of R print them
test.each([
  { z: 0, p: 0.5 },
  { z: 1, p: 0.841344746068543 },
  { z: 1.959963984540054, p: 0.975 },
  { z: -3, p: 0.00134989803163009 },
  { z: -8, p: 6.22096057427178e-16 },
])("below $z lies $p", ({ z, p }) => {
  expect(normalCdf(z) / p).toBeCloseTo(1, 11);
  expect(normalQuantile(p)).toBeCloseTo(z, 10);
});

test("quantile and share undo each other", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
      expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
    }),
  );
});

// as pchisq(x, df, lower.tail = FALSE) of R prints them
test.each([
  { value: 3.841458820694124, degrees: 1, tail: 0.05 },
  { value: 5.991464547107979, degrees: 2, tail: 0.05 },
  { value: 18.30703805327515, degrees: 10, tail: 0.05 },
  { value: 100, degrees: 3, tail: 1.55415923265e-21 },
])("above $value lies $tail of chi-squared with $degrees", ({ value, degrees, tail }) => {
  expect(chiSquaredTail(value, degrees) / tail).toBeCloseTo(1, 4);
});

test("with shape 1 it is the exponential distribution", () => {
  for (const x of [0, 0.1, 1, 5, 50]) expect(upperGamma(1, x) / Math.exp(-x)).toBeCloseTo(1, 12);
});
