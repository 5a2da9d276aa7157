import { expect, test } from "vitest";
import { inngestBackoff, retryAfterMs } from "./backoff";

// The table in the Inngest server's documentation of retries.
test.each([
  [0, 15],
  [1, 30],
  [2, 60],
  [3, 120],
  [4, 300],
  [5, 600],
  [6, 1200],
  [7, 2400],
  [8, 3600],
  [9, 7200],
  [19, 7200],
])("after attempt %i it waits %i s, and up to 30 s more", (attempt, seconds) => {
  expect(inngestBackoff(attempt, () => 0)).toBe(seconds * 1000);
  expect(inngestBackoff(attempt, () => 1)).toBe(seconds * 1000 + 30_000);
});

const NOW = new Date("2026-01-01T00:00:00Z");

test.each([
  { header: undefined, ms: null },
  { header: "30", ms: 30_000 },
  { header: "0", ms: 1000 },
  { header: "999999", ms: 86_400_000 },
  { header: "2026-01-01T00:10:00Z", ms: 600_000 },
  { header: "Thu, 01 Jan 2026 00:00:05 GMT", ms: 5000 },
  { header: "2025-01-01T00:00:00Z", ms: 1000 },
  { header: "later", ms: null },
])("retry-after: $header waits $ms ms", ({ header, ms }) => {
  expect(retryAfterMs(header, NOW)).toBe(ms);
});
