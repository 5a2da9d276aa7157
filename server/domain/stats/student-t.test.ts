import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { studentCdf, studentQuantile } from "./student-t";

describe("quantiles", () => {
  // as qt(p, df) of R prints them
  test.each([
    { p: 0.975, degrees: 1, t: 12.7062047362 },
    { p: 0.975, degrees: 2, t: 4.3026527297 },
    { p: 0.975, degrees: 5, t: 2.5705818356 },
    { p: 0.975, degrees: 10, t: 2.228138852 },
    { p: 0.975, degrees: 30, t: 2.0422724563 },
    { p: 0.975, degrees: 120, t: 1.9799304051 },
    { p: 0.995, degrees: 10, t: 3.1692726726 },
    { p: 0.025, degrees: 5, t: -2.5705818356 },
  ])("t($p, $degrees) is $t", ({ p, degrees, t }) => {
    expect(studentQuantile(p, degrees)).toBeCloseTo(t, 8);
  });

  test("with many degrees it is the normal quantile", () => {
    expect(studentQuantile(0.975, 1e6)).toBeCloseTo(1.959963984540054, 5);
  });
});

test("one degree of freedom is Cauchy's distribution, which has a closed form", () => {
  for (const t of [-40, -3, -0.2, 0, 0.5, 2, 100]) {
    expect(studentCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 12);
  }
});

test("quantile and share undo each other", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.double({ min: 0.7, max: 500, noNaN: true }),
      (p, degrees) => {
        expect(studentCdf(studentQuantile(p, degrees), degrees)).toBeCloseTo(p, 9);
      },
    ),
  );
});
