import { expect, test } from "vitest";
import { armSeries } from "./arm-series";

test("divides a day's revenue by everybody who has joined the arm by then", () => {
  const rows = [
    { day: "2026-03-02", heldOut: false, people: 10, revenueMinor: 500 },
    { day: "2026-03-02", heldOut: true, people: 4, revenueMinor: 0 },
    { day: "2026-03-04", heldOut: false, people: 10, revenueMinor: 300 },
    { day: "2026-03-04", heldOut: true, people: 0, revenueMinor: 40 },
  ];
  expect(armSeries(rows, "2026-03-01", "2026-03-04")).toEqual([
    { day: "2026-03-01", treatedMinor: null, heldOutMinor: null },
    { day: "2026-03-02", treatedMinor: 50, heldOutMinor: 0 },
    { day: "2026-03-03", treatedMinor: 0, heldOutMinor: 0 },
    { day: "2026-03-04", treatedMinor: 15, heldOutMinor: 10 },
  ]);
});
