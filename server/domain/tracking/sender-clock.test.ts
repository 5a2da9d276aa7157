import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS } from "../time";
import { happenedAt, readTimestamp } from "./sender-clock";

const SEED = 20261121;
const now = Date.parse("2026-03-10T12:00:00.000Z");

describe("an instant", () => {
  test.each([
    ["2026-03-01T12:00:00.000Z", "2026-03-01T12:00:00.000Z"],
    ["2026-03-01T12:00:00Z", "2026-03-01T12:00:00.000Z"],
    ["2026-03-01t12:00:00z", "2026-03-01T12:00:00.000Z"],
    ["2026-03-01 12:00Z", "2026-03-01T12:00:00.000Z"],
    ["2026-03-01T12:00:00+02:00", "2026-03-01T10:00:00.000Z"],
    ["2026-03-01T12:00:00-0730", "2026-03-01T19:30:00.000Z"],
    ["2026-03-01T12:00:00.123456789Z", "2026-03-01T12:00:00.123Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
  ])("%s is read", (text, iso) => {
    expect(readTimestamp(text)).toEqual({ ok: true, value: Date.parse(iso) });
  });

  test.each([
    [""],
    ["now"],
    ["2026-03-01"],
    ["2026-03-01T12:00:00"],
    ["2026-02-30T12:00:00Z"],
    ["2023-02-29T12:00:00Z"],
    ["2026-13-01T12:00:00Z"],
    ["2026-03-01T24:00:00Z"],
    ["2026-03-01T12:60:00Z"],
    ["03/01/2026 12:00Z"],
    ["2026-03-01T12:00:00Z; DROP TABLE events"],
    [1_772_000_000_000],
    [Number.NaN],
    [null],
    [{}],
  ])("%s is refused", (raw) => {
    expect(readTimestamp(raw).ok).toBe(false);
  });
});

describe("when something happened", () => {
  test("an age by the sender's clock is the same age by ours, whatever that clock shows within a day", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -DAY_MS, max: DAY_MS }),
        fc.integer({ min: 0, max: 30 * DAY_MS }),
        (wrongBy, age) => {
          const sentAt = now + wrongBy;
          const timestamp = new Date(sentAt - age).toISOString();
          expect(happenedAt(timestamp, sentAt, now)).toEqual({ ok: true, value: now - age });
        },
      ),
      { seed: SEED },
    );
  });

  test("a clock that is off by more says nothing: the timestamp stands where it can be true", () => {
    const wrong = now - 3 * DAY_MS;
    expect(happenedAt(new Date(wrong).toISOString(), wrong, now)).toEqual({ ok: true, value: wrong });
    const ahead = now + 3 * DAY_MS;
    expect(happenedAt(new Date(ahead).toISOString(), ahead, now).ok).toBe(false);
    expect(happenedAt("1970-01-01T00:00:00.000Z", 0, now).ok).toBe(false);
  });

  test("without a timestamp it is now; with one that is wrong it never is", () => {
    expect(happenedAt(undefined, null, now)).toEqual({ ok: true, value: now });
    for (const wrong of ["", "soon", 0, Number.NaN, "0000-00-00T00:00:00Z", "9999-12-31T23:59:59Z"])
      expect(happenedAt(wrong, null, now).ok).toBe(false);
  });
});
