import { expect, test } from "vitest";
import { durationMs, instantOf } from "./duration";

test.each([
  { text: "", ms: 0 },
  { text: "1s", ms: 1000 },
  { text: "2w3d4h5m6s", ms: 1_483_506_000 },
  { text: "1.5h", ms: 5_400_000 },
  { text: "250ms", ms: 250 },
  { text: "10", ms: null },
  { text: "1 h", ms: null },
  { text: "soon", ms: null },
  { text: "2026-01-01T00:00:00Z", ms: null },
])('"$text" lasts $ms ms', ({ text, ms }) => {
  expect(durationMs(text)).toBe(ms);
});

test.each([
  { text: "1m", at: "2026-01-01T00:01:00.000Z" },
  { text: "2026-02-03T04:05:06.000Z", at: "2026-02-03T04:05:06.000Z" },
  { text: "whenever", at: undefined },
])('"$text" from new year is $at', ({ text, at }) => {
  expect(instantOf(text, new Date("2026-01-01T00:00:00Z"))?.toISOString()).toBe(at);
});
