import { expect, test } from "vitest";
import { cohortTable } from "./cohort-table";

test("retention and revenue to date, months without orders as 0 and the future as null", () => {
  const table = cohortTable(
    [
      { cohort: "2025-12", months: 0, customers: 10, revenueMinor: 5000 },
      { cohort: "2025-12", months: 2, customers: 4, revenueMinor: 1000 },
      { cohort: "2026-02", months: 0, customers: 5, revenueMinor: 2000 },
    ],
    "2026-02",
  );
  expect(table).toEqual({
    columns: 3,
    rows: [
      {
        cohort: "2025-12",
        customers: 10,
        months: [
          { retained: 1, spentMinor: 500 },
          { retained: 0, spentMinor: 500 },
          { retained: 0.4, spentMinor: 600 },
        ],
      },
      { cohort: "2026-02", customers: 5, months: [{ retained: 1, spentMinor: 400 }, null, null] },
    ],
  });
});

test("without orders there is no table", () => {
  expect(cohortTable([], "2026-02")).toEqual({ rows: [], columns: 0 });
});
