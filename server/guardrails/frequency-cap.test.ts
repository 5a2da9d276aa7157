import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { DAY_MS, HOUR_MS } from "@/server/domain/time";
import { frequencyCap } from "./frequency-cap";
import { aDraft, inShort } from "./testing/a-draft";

const now = Date.UTC(2026, 5, 1, 9);
const check = (hoursAgo: readonly number[], frequency = defaultPolicy.frequency, at = now) =>
  inShort(
    frequencyCap.check(
      aDraft(),
      { recentEmailsMs: hoursAgo.map((hours) => now - hours * HOUR_MS) },
      { ...defaultPolicy, frequency },
      at,
    ),
  );

describe("three mails in any 168 hours", () => {
  test.each([
    { hours: [], finding: "clear", because: "none yet" },
    { hours: [1, 2], finding: "clear", because: "two" },
    { hours: [1, 2, 3], finding: "block frequency.cap", because: "three" },
    { hours: [168, 2, 3], finding: "clear", because: "the oldest is exactly 168 hours old" },
    { hours: [167.999, 2, 3], finding: "block frequency.cap", because: "the oldest is a hair younger" },
    {
      hours: [-1, 2, 3],
      finding: "block frequency.cap",
      because: "one claimed by a clock that is ahead counts",
    },
  ])("$because: $finding", ({ hours, finding }) => {
    expect(check(hours)).toBe(finding);
  });

  test("another window and another cap", () => {
    expect(check([200, 300], { maxEmails: 2, windowDays: 14 })).toBe("block frequency.cap");
    expect(check([], { maxEmails: 0, windowDays: 7 })).toBe("block frequency.cap");
  });

  test("an instant that is no number blocks", () => {
    expect(check([Number.NaN, 1, 2])).toBe("block frequency.cap");
    expect(check([1, 2, 3], defaultPolicy.frequency, Number.NaN)).toBe("block frequency.cap");
  });

  test("sending whenever it is clear never puts more than three into any window", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30 * 24 * 60), { maxLength: 80 }), (minutes) => {
        const sent: number[] = [];
        for (const minute of minutes.sort((a, b) => a - b)) {
          const at = now + minute * 60_000;
          const finding = frequencyCap.check(aDraft(), { recentEmailsMs: sent }, defaultPolicy, at);
          if (finding.level === "clear") sent.push(at);
        }
        const most = Math.max(
          0,
          ...sent.map((from) => sent.filter((at) => at >= from && at < from + 7 * DAY_MS).length),
        );
        expect(most).toBeLessThanOrEqual(3);
      }),
    );
  });
});
