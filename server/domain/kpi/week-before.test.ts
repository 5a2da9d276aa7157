import { expect, test } from "vitest";
import { weekBefore } from "./week-before";

test.each([
  { day: "2026-11-28", from: "2026-11-16", to: "2026-11-22", is: "a Saturday" },
  { day: "2026-11-29", from: "2026-11-16", to: "2026-11-22", is: "a Sunday, whose week is not over" },
  { day: "2026-11-30", from: "2026-11-23", to: "2026-11-29", is: "a Monday" },
  { day: "2027-01-01", from: "2026-12-21", to: "2026-12-27", is: "the first of a year" },
])("the week before $day, $is", ({ day, from, to }) => {
  expect(weekBefore(day)).toEqual({ from, to });
});
