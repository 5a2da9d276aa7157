import { expect, test } from "vitest";
import { sidesBySpend } from "./sides-by-spend";

const earned = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) => ({ day: `2026-03-0${day}`, revenueMinor: 100 }));

test("the spend of a week meets the revenue of its days, and none is lost", () => {
  const spent = [
    { day: "2026-03-02", spendMinor: 50 },
    { day: "2026-03-07", spendMinor: 40 },
  ];
  expect(sidesBySpend(earned, spent)).toEqual([
    { day: "2026-03-02", part: 600, whole: 50 },
    { day: "2026-03-07", part: 300, whole: 40 },
  ]);
});

test("daily spend meets the revenue of its day", () => {
  const spent = earned.map(({ day }) => ({ day, spendMinor: 20 }));
  expect(sidesBySpend(earned, spent)).toEqual(spent.map(({ day }) => ({ day, part: 100, whole: 20 })));
});

test("without spend there is nothing to hold revenue against", () => {
  expect(sidesBySpend(earned, [])).toEqual([]);
});
