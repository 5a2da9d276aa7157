import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS } from "../time";
import { type InstantRules, readInstant } from "./instant";
import { instantOfWall, offsetAt } from "./wall-clock";

const rules = (over: Partial<InstantRules> = {}): InstantRules => ({
  timeZone: "Europe/London",
  dateOrder: "ymd",
  nowMs: Date.parse("2026-05-01T12:00:00Z"),
  ...over,
});
const iso = (text: string, over?: Partial<InstantRules>) => {
  const read = readInstant(text, rules(over));
  return read.ok ? new Date(read.value).toISOString() : read.reason;
};

describe("an instant", () => {
  test.each([
    ["2011-09-30T10:00:00Z", "2011-09-30T10:00:00.000Z"],
    ["2011-09-30T10:00:00.25Z", "2011-09-30T10:00:00.250Z"],
    ["2011-09-30T10:00:00+02:00", "2011-09-30T08:00:00.000Z"],
    ["2011-09-30 10:00:00 -0530", "2011-09-30T15:30:00.000Z"],
    // summer time in London
    ["2011-09-30 10:00:00", "2011-09-30T09:00:00.000Z"],
    ["2010-12-01 08:26", "2010-12-01T08:26:00.000Z"],
    ["2011-12-09", "2011-12-09T00:00:00.000Z"],
    ["2011/7/4 1:05 PM", "2011-07-04T12:05:00.000Z"],
    ["2011-07-04 12:05 AM", "2011-07-03T23:05:00.000Z"],
    ["1317376800", "2011-09-30T10:00:00.000Z"],
    ["1317376800000", "2011-09-30T10:00:00.000Z"],
  ])("%s is %s", (text, instant) => {
    expect(iso(text)).toBe(instant);
  });

  test.each([
    ["30/09/2011 10:00", "dmy", "2011-09-30T09:00:00.000Z"],
    ["9/30/2011 10:00", "mdy", "2011-09-30T09:00:00.000Z"],
    ["12/1/10 8:26", "mdy", "2010-12-01T08:26:00.000Z"],
    ["30.09.2011", "dmy", "2011-09-29T23:00:00.000Z"],
    ["30/09/2011", "mdy", "not a date"],
    ["30/09/2011", "ymd", "not a date"],
  ] as const)("%s in the order %s is %s", (text, dateOrder, instant) => {
    expect(iso(text, { dateOrder })).toBe(instant);
  });

  test.each([
    ["", "not a date"],
    ["yesterday", "not a date"],
    ["NaN", "not a date"],
    ["0", "not a date"],
    ["2011-02-30", "not a date"],
    ["2011-13-01", "not a date"],
    ["2011-09-30 25:00", "not a date"],
    ["2011-09-30 10:61", "not a date"],
    ["2011-09-30 13:00 PM", "not a date"],
    ["1970-01-01", "a date before 1990"],
    ["1970-01-01T00:00:00Z", "a date before 1990"],
    ["0000000000", "a date before 1990"],
    ["2026-05-03", "a date in the future"],
    ["9999-12-31T23:59:59Z", "a date in the future"],
    ["99999999999999", "not a date"],
  ])("%j is refused: %s", (text, reason) => {
    expect(iso(text)).toBe(reason);
  });

  test("never answers now for nonsense, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const read = readInstant(text, rules());
        if (read.ok) expect(read.value).toBeLessThanOrEqual(rules().nowMs + DAY_MS);
        else expect(read.reason).toMatch(/date/);
      }),
    );
  });
});

describe("a wall clock", () => {
  test.each([
    // RFC 5545 § 3.3.5: New York, 2007
    ["America/New_York", "2007-11-04T01:30:00Z", "2007-11-04T05:30:00.000Z", "shown twice: the first time"],
    ["America/New_York", "2007-03-11T02:30:00Z", "2007-03-11T07:30:00.000Z", "skipped: by the clock before"],
    ["Australia/Lord_Howe", "2026-04-05T01:45:00Z", "2026-04-04T14:45:00.000Z", "half an hour, shown twice"],
    ["Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-30T20:00:00.000Z", "a day that was skipped"],
    ["Asia/Kathmandu", "2026-01-01T00:00:00Z", "2025-12-31T18:15:00.000Z", "three quarters of an hour"],
  ])("%s %s is %s (%s)", (timeZone, wall, instant) => {
    expect(new Date(instantOfWall(Date.parse(wall), timeZone)).toISOString()).toBe(instant);
  });

  test("shows the time that an instant was read from, in every zone, unless that time was skipped", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    const from = Date.UTC(1995, 0, 1);
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 32 * 365 * 24 * 4 }),
        (timeZone, quarter) => {
          const instant = from + quarter * 15 * 60_000;
          const wall = instant + offsetAt(instant, timeZone);
          const read = instantOfWall(wall, timeZone);
          // equal, or the other showing of the same time
          expect(read + offsetAt(read, timeZone)).toBe(wall);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
