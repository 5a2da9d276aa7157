import { expect, test } from "vitest";
import { daysFrom } from "./days";

test.each([
  { from: "2026-02-27", to: "2026-03-01", days: ["2026-02-27", "2026-02-28", "2026-03-01"] },
  { from: "2024-02-28", to: "2024-03-01", days: ["2024-02-28", "2024-02-29", "2024-03-01"] },
  { from: "2026-03-29", to: "2026-03-29", days: ["2026-03-29"] },
  { from: "2026-03-02", to: "2026-03-01", days: [] },
])("$from to $to", ({ from, to, days }) => {
  expect(daysFrom(from, to)).toEqual(days);
});
