import { describe, expect, test } from "vitest";
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatHash,
  formatInstant,
  formatInterval,
  formatMoney,
  formatPercent,
  formatPoints,
  formatRatio,
  formatValue,
} from "./format";

/** Figures hold together with no-break spaces; the tables below write plain ones. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("a change in duration carries its sign", () => {
  expect(plain(formatValue(3000, { kind: "duration" }, { sign: true }))).toBe("+3 s");
  expect(plain(formatValue(-28, { kind: "duration" }, { sign: true }))).toBe("−28 ms");
});

describe("formatMoney", () => {
  test.each([
    { minor: 58, currency: "USD", text: "$0.58" },
    { minor: 57.6, currency: "USD", text: "$0.58" },
    { minor: -6, currency: "USD", text: "−\u2060$0.06" },
    { minor: 0, currency: "USD", text: "$0.00" },
    { minor: -0.2, currency: "USD", text: "$0.00" },
    { minor: 41200, currency: "USD", text: "$412.00" },
    { minor: 24430900, currency: "USD", text: "$244,309" },
    { minor: 1250, currency: "GBP", text: "£12.50" },
    { minor: 1250, currency: "JPY", text: "¥1,250" },
    { minor: 1250, currency: "KWD", text: "KWD 1.250" },
    { minor: null, currency: "USD", text: "–" },
    { minor: Number.NaN, currency: "USD", text: "–" },
  ])("$minor $currency is $text", ({ minor, currency, text }) => {
    expect(plain(formatMoney(minor, currency))).toBe(text);
  });

  test("a change is signed, a wanted precision is kept", () => {
    expect(formatMoney(7, "USD", { sign: true })).toBe("+\u2060$0.07");
    expect(formatMoney(57.6, "USD", { digits: 3 })).toBe("$0.576");
    expect(formatMoney(0, "USD", { sign: true })).toBe("$0.00");
  });
});

describe("shares", () => {
  test.each([
    { share: 0.031, text: "3.1 %" },
    { share: -0.002, text: "−0.2 %" },
    { share: 0, text: "0.0 %" },
    { share: null, text: "–" },
  ])("$share is $text", ({ share, text }) => {
    expect(plain(formatPercent(share))).toBe(text);
  });

  test("a difference is in points, always signed", () => {
    expect(plain(formatPoints(0.0023))).toBe("+0.23 pts");
    expect(plain(formatPoints(-0.001))).toBe("−0.10 pts");
    expect(plain(formatPoints(0))).toBe("0.00 pts");
  });

  test("a rate shows both sides, an interval both ends", () => {
    expect(formatRatio(1651, 5812)).toBe("1,651 / 5,812");
    expect(formatInterval(16, 46, { kind: "money", currency: "USD" })).toBe("$0.16 to $0.46");
    expect(formatInterval(-0.4, 76.1, { kind: "money", currency: "USD" })).toBe("−\u2060$0.01 to $0.77");
    expect(formatInterval(0.3, 76, { kind: "money", currency: "USD" })).toBe("$0.003 to $0.760");
    expect(plain(formatInterval(0.00004, 0.031, { kind: "percent" }))).toBe("0.004 % to 3.100 %");
    expect(formatInterval(null, 46, { kind: "money", currency: "USD" })).toBe("–");
  });
});

describe("formatDuration", () => {
  test.each([
    { ms: 4.1, text: "4.1 ms" },
    { ms: 312, text: "312 ms" },
    { ms: 41_000, text: "41 s" },
    { ms: 59_600, text: "1 min" },
    { ms: 112_000, text: "1 min 52 s" },
    { ms: 4_200_000, text: "1 h 10 min" },
    { ms: 3_599_700, text: "1 h" },
    { ms: 172_800_000, text: "2 days" },
    { ms: -41_000, text: "−41 s" },
    { ms: null, text: "–" },
  ])("$ms ms is $text", ({ ms, text }) => {
    expect(plain(formatDuration(ms))).toBe(text);
  });
});

test("instants are worded on the given zone's clock", () => {
  const at = Date.UTC(2026, 10, 19, 4, 5);
  expect(plain(formatInstant(at, "America/Los_Angeles"))).toBe("18 Nov 2026, 20:05");
  expect(plain(formatInstant(at, "Europe/London", "day"))).toBe("19 Nov");
  expect(plain(formatInstant(Date.UTC(2026, 0, 1), "UTC", "time"))).toBe("00:00");
  expect(formatInstant(null, "UTC")).toBe("–");
});

test("counts, bytes, hashes and formats as data", () => {
  expect(formatCount(424_200)).toBe("424,200");
  expect(plain(formatBytes(18_412))).toBe("18,412 bytes");
  expect(plain(formatBytes(4_200_000))).toBe("4.2 MB");
  expect(formatHash("71c0aabbccddeeff0011e4a9")).toBe("71c0…e4a9");
  expect(plain(formatValue(7.5, { kind: "number", digits: 1, unit: "a day" }, { sign: true }))).toBe(
    "+7.5 a day",
  );
});
