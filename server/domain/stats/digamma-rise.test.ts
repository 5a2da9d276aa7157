import { expect, test } from "vitest";
import { digammaRise } from "./digamma-rise";

// mpmath 1.3.0 with 50 digits
test.each([
  [0.5, 2, 2.6666666666666665],
  [9.9, 3, 0.2767868337215342],
  [12, 0.25, 0.02149297520955694],
  [1e8, 5, 4.999999900000003e-8],
  [1e10, 1e-3, 1.00000000004995e-13],
  [40, 4000, 4.627548829438407],
])("ψ(%d + %d) − ψ", (x, by, expected) => {
  expect(Math.abs(digammaRise(x, by) / expected - 1)).toBeLessThan(1e-13);
});

test("nothing rises by nothing", () => {
  expect(digammaRise(3, 0)).toBe(0);
  expect(digammaRise(30, 0)).toBe(0);
});
