import fc from "fast-check";
import { expect, test } from "vitest";
import { hourHistogram } from "./hour-histogram";

const at = (iso: string, n = 1) => ({ atMs: Date.parse(iso), n });
const counted = (counts: readonly number[] | null) =>
  Object.fromEntries((counts ?? []).flatMap((n, hour) => (n === 0 ? [] : [[hour, n]])));

test.each([
  { timeZone: "Europe/Berlin", because: "eight in summer and in winter is eight", hours: { 8: 5 } },
  { timeZone: "UTC", because: "there they are an hour apart", hours: { 6: 2, 7: 3 } },
])("$timeZone: $because", ({ timeZone, hours }) => {
  const quarters = [at("2026-07-01T06:15:00Z", 2), at("2026-01-15T07:45:00Z", 3)];
  expect(counted(hourHistogram(quarters, timeZone))).toEqual(hours);
});

test("quarters of an hour are enough for zones that are off by one", () => {
  const quarters = [at("2026-03-10T18:00:00Z"), at("2026-03-10T18:15:00Z")];
  expect(counted(hourHistogram(quarters, "Asia/Kathmandu"))).toEqual({ 23: 1, 0: 1 });
});

test("the hour that a clock goes through twice counts both times", () => {
  const quarters = [at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z")];
  expect(counted(hourHistogram(quarters, "Europe/Berlin"))).toEqual({ 2: 2 });
});

test("a zone that is none has no hours", () => {
  expect(hourHistogram([at("2026-03-10T18:00:00Z")], "Mars/Olympus")).toBeNull();
});

test("nothing is lost and nothing made up, in any zone", () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
  const quarter = fc.record({
    atMs: fc.integer({ min: 0, max: 80_000 }).map((n) => Date.parse("2025-01-01T00:00:00Z") + n * 900_000),
    n: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(
    fc.property(zones, fc.array(quarter), (zone, quarters) => {
      const counts = hourHistogram(quarters, zone) ?? [];
      expect(counts).toHaveLength(24);
      expect(counts.reduce((sum, n) => sum + n, 0)).toBe(quarters.reduce((sum, { n }) => sum + n, 0));
    }),
  );
});
