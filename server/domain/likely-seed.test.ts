import fc from "fast-check";
import { expect, test } from "vitest";
import { drawnIndex } from "./draw";
import { likelySeed } from "./likely-seed";
import { momentFor } from "./moment";

test("under the seed the likeliest candidate is drawn", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer(),
      (weights, customerId, seed) => {
        const sum = weights.reduce((total, weight) => total + weight, 0);
        const chances = weights.map((weight) => weight / sum);
        const found = likelySeed(chances, customerId, 4, seed);
        if (found === null) throw new Error("no seed was found");
        const drawn = drawnIndex(chances, momentFor(0, found, customerId, 4).random());
        expect(chances[drawn]).toBe(Math.max(...chances));
      },
    ),
  );
});

test.each([[[]], [[0, 0]]])("nothing to draw from %j gives none", (chances) => {
  expect(likelySeed(chances, 1, 4, 7)).toBeNull();
});
