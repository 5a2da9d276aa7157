import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import { type Buyer, ratioOfSums } from "./ratio";

const dice = () => momentFor(0, 5, 1, 0).random;
const nobody = { people: 0, touches: 0, touchesSquared: 0 };

/** One in five of 500 people buys for 0–100, everybody has one touch: the truth is 10. */
const drawBuyers = (random: () => number): Buyer[] =>
  Array.from({ length: 500 }, () => ({ amount: random() < 0.2 ? random() * 100 : 0, touches: 1 })).filter(
    ({ amount }) => amount > 0,
  );

describe("revenue per touch", () => {
  test("is the sum of amounts over the sum of touches, people without an order included", () => {
    const buyers: Buyer[] = Array.from({ length: 20 }, (_, i) => ({ amount: 100 + i, touches: 2 }));
    const found = ratioOfSums(buyers, { people: 60, touches: 60, touchesSquared: 60 }, dice());
    expect(found?.value).toBeCloseTo((20 * 100 + 190) / 100, 12);
    expect(found?.low).toBeLessThan(found?.value ?? 0);
    expect(found?.high).toBeGreaterThan(found?.value ?? 0);
  });

  test("is never below nothing", () => {
    const buyers: Buyer[] = Array.from({ length: 10 }, (_, i) => ({ amount: i === 0 ? 1e7 : 1, touches: 1 }));
    const found = ratioOfSums(buyers, { people: 400, touches: 400, touchesSquared: 400 }, dice());
    expect(found?.low).toBeGreaterThanOrEqual(0);
  });

  test("has no spread where all are alike", () => {
    const buyers: Buyer[] = Array.from({ length: 12 }, () => ({ amount: 30, touches: 1 }));
    expect(ratioOfSums(buyers, nobody, dice())).toEqual({ value: 30, low: 30, high: 30 });
  });

  test("stays silent on nine buyers", () => {
    const buyers: Buyer[] = Array.from({ length: 9 }, () => ({ amount: 30, touches: 1 }));
    expect(ratioOfSums(buyers, { people: 1000, touches: 1000, touchesSquared: 1000 }, dice())).toBeNull();
  });

  test("covers the truth of a plain population in 93 to 97 cases of a hundred", () => {
    const random = momentFor(0, 17, 2, 0).random;
    const cases = 400;
    let covered = 0;
    for (let i = 0; i < cases; i++) {
      const buyers = drawBuyers(random);
      const rest = 500 - buyers.length;
      const found = ratioOfSums(buyers, { people: rest, touches: rest, touchesSquared: rest }, random);
      if (found !== null && found.low <= 10 && found.high >= 10) covered++;
    }
    expect(covered / cases).toBeGreaterThanOrEqual(0.93);
    expect(covered / cases).toBeLessThanOrEqual(0.97);
  });
});
