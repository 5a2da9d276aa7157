import { expect, test } from "vitest";
import { lastCompleteX, type TrendSeries, trendExtent, trendRows, trendTable } from "./trend-rows";

const series: TrendSeries[] = [
  {
    key: "treated",
    label: "Treated",
    tone: "treated",
    points: [
      { x: "Mon", y: 30, low: 20, high: 40 },
      { x: "Tue", y: 32 },
      { x: "Wed", y: 35, low: 1, high: 90 },
    ],
  },
  {
    key: "holdout",
    label: "Holdout",
    tone: "holdout",
    points: [
      { x: "Mon", y: null },
      { x: "Wed", y: 20 },
    ],
  },
];

test("the incomplete point is on the dashed line only, the one before on both", () => {
  expect(trendRows(series, "Wed")).toEqual([
    { x: "Mon", treated: 30, "treated-band": [20, 40], holdout: null, "holdout-dashed": null },
    { x: "Tue", treated: 32, "treated-dashed": 32 },
    { x: "Wed", "treated-dashed": 35, "holdout-dashed": 20 },
  ]);
});

test.each([undefined, "Sun"])("with %s as the incomplete point nothing is dashed", (incompleteFrom) => {
  const rows = trendRows(series, incompleteFrom);
  expect(rows.flatMap((row) => Object.keys(row)).filter((key) => key.endsWith("-dashed"))).toEqual([]);
  expect(rows.map((row) => row.treated)).toEqual([30, 32, 35]);
});

test("the table says the same, with a dash where nothing is known", () => {
  const table = trendTable(series, { kind: "text" }, { kind: "count" }, "Day");
  expect(table).toEqual({
    columns: ["Day", "Treated", "Holdout"],
    rows: [
      ["Mon", "30 (20 to 40)", "–"],
      ["Tue", "32", "–"],
      ["Wed", "35 (1 to 90)", "20"],
    ],
  });
});

test("the extent counts the bands", () => {
  expect(trendExtent(series)).toEqual({ low: 1, high: 90 });
  expect(trendExtent([])).toBeNull();
});

test("the grey rest begins at the last complete point", () => {
  expect(lastCompleteX(series, "Wed")).toBe("Tue");
  expect(lastCompleteX(series, "Mon")).toBe("Mon");
  expect(lastCompleteX(series, undefined)).toBeNull();
  expect(lastCompleteX(series, "Sun")).toBeNull();
});
