import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logMean } from "./log-mean";
import { type Factor, movementOf } from "./movement";

const positive = fc.double({ min: 1e-4, max: 1e6, noNaN: true });
const change = fc.record({ before: positive, now: positive });

/** Two factors above the line, one of them made of two parts, and one below it. */
const product = fc.record({ a: change, b1: change, b2: change, c: change }).map(({ a, b1, b2, c }) => {
  const at = (when: "before" | "now") => (a[when] * b1[when] * b2[when]) / c[when];
  const factors: Factor[] = [
    { key: "a", ...a },
    {
      key: "b",
      before: b1.before * b2.before,
      now: b1.now * b2.now,
      parts: [
        { key: "b1", ...b1 },
        { key: "b2", ...b2 },
      ],
    },
    { key: "c", ...c, divides: true },
  ];
  return { figure: { before: at("before"), now: at("now") }, factors };
});

const close = (sum: number, whole: number, scale: number) =>
  expect(Math.abs(sum - whole)).toBeLessThanOrEqual(1e-9 * Math.max(1, scale));

describe("movementOf", () => {
  test("adds up to the change, and each factor's parts to the factor", () => {
    fc.assert(
      fc.property(product, ({ figure, factors }) => {
        const shared = movementOf(figure, factors);
        if (shared === null) throw new Error("all factors are above 0");
        // cancelling terms lose digits in proportion to the largest of them
        const scale = shared.reduce((most, { added }) => Math.max(most, Math.abs(added)), figure.now);
        close(
          shared.reduce((sum, { added }) => sum + added, 0),
          figure.now - figure.before,
          Math.max(scale, figure.before),
        );
        const b = shared.find(({ key }) => key === "b");
        close(b?.parts.reduce((sum, { added }) => sum + added, 0) ?? Number.NaN, b?.added ?? 0, scale);
      }),
    );
  });

  test("turned round in time, every contribution turns its sign", () => {
    fc.assert(
      fc.property(product, ({ figure, factors }) => {
        const back = factors.map(({ key, before, now, divides = false }) => ({
          key,
          before: now,
          now: before,
          divides,
        }));
        const forth = movementOf(figure, factors) ?? [];
        const reverse = movementOf({ before: figure.now, now: figure.before }, back) ?? [];
        for (const [i, { added }] of forth.entries()) {
          const scale = Math.max(Math.abs(added), figure.before, figure.now);
          close(added, -(reverse[i]?.added ?? Number.NaN), scale);
        }
      }),
    );
  });

  test("what did not change added nothing; what divides adds by falling", () => {
    const shared = movementOf({ before: 10, now: 20 }, [
      { key: "same", before: 5, now: 5 },
      { key: "touches", before: 4, now: 2, divides: true },
    ]);
    expect(shared?.map(({ added }) => added)).toEqual([0, expect.closeTo(10, 10)]);
  });

  test.each([
    { figure: { before: 0, now: 1 }, factors: [] },
    { figure: { before: 1, now: 1 }, factors: [{ key: "a", before: 0, now: 1 }] },
    {
      figure: { before: 1, now: 1 },
      factors: [{ key: "a", before: 1, now: 1, parts: [{ key: "b", before: 1, now: 0 }] }],
    },
  ])("nothing to share out by: %j", ({ figure, factors }) => {
    expect(movementOf(figure, factors)).toBeNull();
  });
});

test("the logarithmic mean lies between the geometric and the arithmetic one", () => {
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      const mean = logMean(a, b);
      expect(mean).toBeGreaterThanOrEqual(Math.sqrt(a * b) * (1 - 1e-9));
      expect(mean).toBeLessThanOrEqual(((a + b) / 2) * (1 + 1e-9));
    }),
  );
  expect(logMean(3, 3)).toBe(3);
});
