import { expect, test } from "vitest";
import { armBands } from "./arm-bands";

test("the mean over everybody with its interval, and nothing of fewer than thirty", () => {
  // 100 people, 20 of whom spent 50.00: mean 10.00, deviation 20.10, error 2.01
  const spent = { people: 100, sumMinor: 100_000, squares: 20 * 5000 * 5000 };
  const [band] = armBands([
    { day: "2026-03-02", heldOut: false, ...spent },
    { day: "2026-03-02", heldOut: true, people: 29, sumMinor: 9000, squares: 1e6 },
  ]);
  expect(band?.heldOut).toBeNull();
  expect(band?.treated?.value).toBe(1000);
  expect(band?.treated?.low).toBeCloseTo(1000 - 1.959964 * 201.0076, 2);
  expect(band?.treated?.high).toBeCloseTo(1000 + 1.959964 * 201.0076, 2);
});

test("keeps the days in order and a low end at 0", () => {
  const bands = armBands([
    { day: "2026-03-03", heldOut: true, people: 30, sumMinor: 900, squares: 810_000 },
    { day: "2026-03-02", heldOut: true, people: 30, sumMinor: 0, squares: 0 },
  ]);
  expect(bands.map(({ day }) => day)).toEqual(["2026-03-02", "2026-03-03"]);
  expect(bands[0]?.heldOut).toEqual({ value: 0, low: 0, high: 0 });
  expect(bands[1]?.heldOut?.low).toBe(0);
});
