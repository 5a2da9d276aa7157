import fc from "fast-check";
import { expect, test } from "vitest";
import { benjaminiHochberg, holm } from "./corrected";

// as p.adjust of R gives them
test.each([
  { ps: [0.01, 0.02, 0.03, 0.04], holm: [0.04, 0.06, 0.06, 0.06], discovery: [0.04, 0.04, 0.04, 0.04] },
  { ps: [0.04, 0.001, 0.5], holm: [0.08, 0.003, 0.5], discovery: [0.06, 0.003, 0.5] },
  { ps: [0.2], holm: [0.2], discovery: [0.2] },
  { ps: [], holm: [], discovery: [] },
])("$ps", ({ ps, holm: family, discovery }) => {
  for (const [at, p] of holm(ps).entries()) expect(p).toBeCloseTo(family[at] ?? Number.NaN, 12);
  for (const [at, p] of benjaminiHochberg(ps).entries())
    expect(p).toBeCloseTo(discovery[at] ?? Number.NaN, 12);
  expect(holm(ps)).toHaveLength(ps.length);
});

test("corrected values are no smaller, keep the order, and the stricter one is larger", () => {
  const many = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(many, (ps) => {
      const [strict, loose] = [holm(ps), benjaminiHochberg(ps)];
      for (const [at, p] of ps.entries()) {
        expect(loose[at]).toBeGreaterThanOrEqual(p - 1e-12);
        expect(strict[at]).toBeGreaterThanOrEqual((loose[at] ?? 2) - 1e-12);
        expect(strict[at]).toBeLessThanOrEqual(1);
      }
    }),
  );
});
