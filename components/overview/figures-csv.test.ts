import { expect, test } from "vitest";
import { figuresCsv, type ShownFigures } from "./figures-csv";

// only what the file holds; the screen's other fields are not read
const shown = {
  overview: {
    period: { from: "2026-03-01", to: "2026-03-30" },
    currency: "USD",
    sums: { revenueMinor: 24_430, touches: 421 },
    revenuePerTouch: { kind: "known", value: 58.5, low: 50, high: 66 },
    lift: { perTouch: { kind: "missing", what: "the holdout's people", has: 3, needs: 30 } },
  },
  kpis: {
    cards: [
      {
        id: "customerValue",
        reading: { kind: "known", value: 61_200, low: null, high: null, part: 122_400, whole: 2 },
        against: { now: 61_200, other: 60_000 },
      },
      {
        id: "marketingEfficiency",
        reading: { kind: "known", value: 4.2, low: null, high: null, part: 207_350, whole: 49_791 },
        against: { now: 4.2, other: 3.9 },
      },
      { id: "uptime", reading: { kind: "missing", why: "Nobody asked, yet", remedy: null }, against: null },
    ],
  },
  campaigns: {
    rows: [
      {
        name: '=HYPERLINK("x")',
        touches: 421,
        revenueMinor: 24_430,
        revenuePerTouch: { kind: "known", value: 58.03, low: 50, high: 66 },
      },
    ],
  },
} as unknown as ShownFigures;

test("one line a figure, money in major units, no cell that a spreadsheet runs", () => {
  expect(figuresCsv(shown).split("\r\n")).toEqual([
    "period,2026-03-01 to 2026-03-30",
    "part,figure,unit,value,low,high,above,below,compared with,missing",
    'north star,"Revenue per touch, attributed",USD,0.585,0.5,0.66,244.3,421,,',
    `north star,"Revenue per touch, incremental",USD,,,,,,,the holdout's people: 3 of 30 needed`,
    "figure,Customer lifetime value,USD,612,,,1224,2,600,",
    "figure,Marketing efficiency ratio,ratio,4.2,,,2073.5,497.91,3.9,",
    'figure,Uptime,share,,,,,,,"Nobody asked, yet"',
    `campaign,"'=HYPERLINK(""x"")",USD,0.5803,0.5,0.66,244.3,421,,`,
  ]);
});
