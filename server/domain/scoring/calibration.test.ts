import fc from "fast-check";
import { expect, test } from "vitest";
import { momentFor } from "../moment";
import { calibrate, calibrated } from "./calibration";
import { sigmoid } from "./sigmoid";

/** Rows whose log-odds are `intercept + slope · margin`. */
function drawn(count: number, intercept: number, slope: number) {
  const { random } = momentFor(0, 5, 0, 0);
  const margins = Float64Array.from({ length: count }, () => 6 * random() - 3);
  const labels = Uint8Array.from(margins, (margin) =>
    random() < sigmoid(intercept + slope * margin) ? 1 : 0,
  );
  return { margins, labels };
}

test.each([
  { name: "boastful", intercept: 0, slope: 0.5 },
  { name: "timid", intercept: 0, slope: 2 },
  { name: "shifted", intercept: -1.5, slope: 1 },
])("$name margins are brought to what came", ({ intercept, slope }) => {
  const { margins, labels } = drawn(20_000, intercept, slope);
  const found = calibrate(margins, labels);
  expect(Math.abs(found.intercept - intercept)).toBeLessThan(0.1);
  expect(Math.abs(found.slope - slope)).toBeLessThan(0.1);
});

test("few rows change little", () => {
  const found = calibrate([-1, 1], [0, 1]);
  expect(found.slope).toBeGreaterThan(0.9);
  expect(found.slope).toBeLessThan(2);
});

test("margins that say the opposite say nothing", () => {
  const { margins, labels } = drawn(2000, 0, -1);
  expect(calibrate(margins, labels)).toMatchObject({ slope: 0 });
});

test("the mean probability is the share that came, and the order stays", () => {
  const row = fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.integer({ min: 0, max: 1 }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 5, maxLength: 60 }), (rows) => {
      const labels = rows.map(([, label]) => label);
      fc.pre(labels.includes(0) && labels.includes(1));
      const margins = rows.map(([margin]) => margin);
      const found = calibrate(margins, labels);
      expect(found.slope).toBeGreaterThanOrEqual(0);
      const p = margins.map((margin) => sigmoid(calibrated(found, margin)));
      const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
      expect(Math.abs(mean(p) - mean(labels))).toBeLessThan(found.slope === 0 ? 0.1 : 1e-3);
    }),
  );
});
