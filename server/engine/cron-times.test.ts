import { expect, test } from "vitest";
import { cronProblem, latestTime, nextTime } from "./cron-times";

// Europe/Berlin changed to summer time on 2026-03-29 at 01:00 UTC.
test.each([
  {
    cron: "30 9 * * *",
    now: "2026-03-28T09:30:00Z",
    latest: "2026-03-28T09:30:00Z",
    next: "2026-03-29T09:30:00Z",
  },
  {
    cron: "TZ=Europe/Berlin 30 9 * * *",
    now: "2026-03-28T12:00:00Z",
    latest: "2026-03-28T08:30:00Z",
    next: "2026-03-29T07:30:00Z",
  },
  {
    cron: "TZ=Europe/Berlin 0 9 * * 1",
    now: "2026-03-29T12:00:00Z",
    latest: "2026-03-23T08:00:00Z",
    next: "2026-03-30T07:00:00Z",
  },
  {
    cron: "*/5 * * * *",
    now: "2026-01-01T00:04:59.999Z",
    latest: "2026-01-01T00:00:00Z",
    next: "2026-01-01T00:05:00Z",
  },
])("$cron at $now", ({ cron, now, latest, next }) => {
  expect(latestTime(cron, new Date(now))).toEqual(new Date(latest));
  expect(nextTime(cron, new Date(now))).toEqual(new Date(next));
});

test.each(["61 * * * *", "TZ=Mars/Olympus * * * * *", "whenever"])('"%s" has a problem', (cron) => {
  expect(cronProblem(cron)).not.toBeNull();
});
