import fc from "fast-check";
import { expect, test } from "vitest";
import { momentFor } from "../moment";
import { stratifiedFolds } from "./folds";

const dice = (seed: number) => momentFor(0, seed, 0, 0).random;

test("every fold has its share of every class, and of all rows", () => {
  const classes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(classes, fc.integer({ min: 2, max: 10 }), fc.nat(), (classOf, count, seed) => {
      const folds = stratifiedFolds(classOf, count, dice(seed));
      const spread = (rows: number[]) => {
        const sizes = Array.from(
          { length: count },
          (_, fold) => rows.filter((row) => folds[row] === fold).length,
        );
        return Math.max(...sizes) - Math.min(...sizes);
      };
      const all = [...classOf.keys()];
      expect(spread(all)).toBeLessThanOrEqual(1);
      for (const one of [0, 1, 2, 3])
        expect(spread(all.filter((row) => classOf[row] === one))).toBeLessThanOrEqual(1);
    }),
  );
});

test("the seed deals the folds", () => {
  const classOf = Array.from({ length: 50 }, (_, i) => i % 2);
  expect(stratifiedFolds(classOf, 5, dice(1))).toEqual(stratifiedFolds(classOf, 5, dice(1)));
  expect(stratifiedFolds(classOf, 5, dice(1))).not.toEqual(stratifiedFolds(classOf, 5, dice(2)));
});
