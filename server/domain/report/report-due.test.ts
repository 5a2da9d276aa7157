import { describe, expect, test } from "vitest";
import { reportDue } from "./report-due";

const settings = { enabled: true, hour: 7, recipients: ["a@example.com"] };
const at = (text: string) => Date.parse(text);

describe("reportDue", () => {
  test.each([
    { now: "2026-03-02T05:59:00Z", zone: "Europe/Berlin", day: null, because: "6:59 in Berlin" },
    { now: "2026-03-02T06:00:00Z", zone: "Europe/Berlin", day: "2026-03-02", because: "7:00 in Berlin" },
    { now: "2026-03-02T11:59:00Z", zone: "Europe/Berlin", day: "2026-03-02", because: "five hours late" },
    { now: "2026-03-02T12:00:00Z", zone: "Europe/Berlin", day: null, because: "six hours late" },
    { now: "2026-03-02T15:30:00Z", zone: "America/Los_Angeles", day: "2026-03-02", because: "7:30 there" },
    { now: "2026-03-01T22:30:00Z", zone: "Asia/Tokyo", day: "2026-03-02", because: "tomorrow there" },
    { now: "2026-03-29T05:00:00Z", zone: "Europe/Berlin", day: "2026-03-29", because: "summer time began" },
  ])("$because: $day", ({ now, zone, day }) => {
    expect(reportDue(settings, at(now), zone)).toBe(day);
  });

  test("never where it is off or nobody is to get it", () => {
    const now = at("2026-03-02T08:00:00Z");
    expect(reportDue({ ...settings, enabled: false }, now, "Etc/UTC")).toBeNull();
    expect(reportDue({ ...settings, recipients: [] }, now, "Etc/UTC")).toBeNull();
  });
});
