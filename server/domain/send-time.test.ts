import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hourOfSending, nextSendMs, type SendTimeCase } from "./send-time";
import { DAY_MS, localHour } from "./time";

const at = (iso: string) => Date.parse(iso);
const base: SendTimeCase = {
  busiestHourUtc: 16,
  timeZone: "Europe/Berlin",
  companyTimeZone: "Europe/London",
  hours: { from: 8, to: 20 },
  within: 0,
  atOnce: false,
};

describe("when a message should leave", () => {
  test.each<Partial<SendTimeCase> & { now: string; sent: string; because: string }>([
    {
      now: "2026-06-01T09:00:00Z",
      sent: "2026-06-01T16:00:00Z",
      because: "16 UTC is 18 in Berlin, later today",
    },
    { now: "2026-06-01T18:00:00Z", sent: "2026-06-02T16:00:00Z", because: "past today, so tomorrow" },
    { now: "2026-06-01T16:20:00Z", sent: "2026-06-01T16:20:00Z", because: "inside the hour: from now on" },
    {
      now: "2026-06-01T16:20:00Z",
      within: 0.5,
      sent: "2026-06-01T16:40:00Z",
      because: "and half of what is left of it",
    },
    { now: "2026-06-01T09:00:00Z", within: 0.5, sent: "2026-06-01T16:30:00Z", because: "half an hour in" },
    {
      now: "2026-06-01T09:00:00Z",
      busiestHourUtc: 2,
      sent: "2026-06-02T06:00:00Z",
      because: "4 in the morning becomes 8",
    },
    {
      now: "2026-06-01T09:00:00Z",
      busiestHourUtc: 21,
      sent: "2026-06-01T17:00:00Z",
      because: "23 at night becomes 19",
    },
    {
      now: "2026-06-01T06:00:00Z",
      busiestHourUtc: null,
      sent: "2026-06-01T08:00:00Z",
      because: "unknown hour: ten o'clock",
    },
    {
      now: "2026-06-01T09:00:00Z",
      timeZone: null,
      sent: "2026-06-01T16:00:00Z",
      because: "unknown zone: London, 17 there",
    },
    {
      now: "2026-06-01T09:00:00Z",
      timeZone: "Mars/Olympus",
      sent: "2026-06-01T16:00:00Z",
      because: "no zone of IANA's: London",
    },
    {
      now: "2026-06-01T09:00:00Z",
      timeZone: "Asia/Kolkata",
      busiestHourUtc: 12,
      sent: "2026-06-01T11:30:00Z",
      because: "17 in Kolkata begins at half past",
    },
    {
      now: "2026-03-28T23:30:00Z",
      busiestHourUtc: 1,
      hours: { from: 0, to: 24 },
      sent: "2026-03-30T00:00:00Z",
      because: "2 o'clock is left out in Berlin on 29 March",
    },
    {
      now: "2026-06-01T09:00:00Z",
      atOnce: true,
      sent: "2026-06-01T09:00:00Z",
      because: "at once, within the hours",
    },
    {
      now: "2026-06-01T21:00:00Z",
      atOnce: true,
      sent: "2026-06-02T06:00:00Z",
      because: "at once, when the hours begin",
    },
  ])("$because", ({ now, sent, because: _, ...given }) => {
    expect(new Date(nextSendMs(at(now), { ...base, ...given })).toISOString()).toBe(
      new Date(sent).toISOString(),
    );
  });

  const zones = Intl.supportedValuesOf("timeZone");
  const instant = fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2028-01-01T00:00:00Z") });

  test("never before now, within two days and an hour, and in every zone within the permitted hours", () => {
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom(...zones),
        fc.option(fc.nat(23)),
        fc.tuple(fc.nat(22), fc.nat(22)),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.boolean(),
        (now, timeZone, busiestHourUtc, [a, b], within, atOnce) => {
          const hours = { from: Math.min(a, b), to: Math.max(a, b) + 1 };
          const sent = nextSendMs(now, { ...base, timeZone, busiestHourUtc, hours, within, atOnce });
          expect(sent).toBeGreaterThanOrEqual(now);
          expect(sent - now).toBeLessThanOrEqual(2 * DAY_MS + 3_600_000);
          const hour = localHour(sent, timeZone) ?? -1;
          expect(hour).toBeGreaterThanOrEqual(hours.from);
          expect(hour).toBeLessThan(hours.to);
        },
      ),
      { numRuns: 400 },
    );
  });
});

test("the hour that is planned is the hour at which the message is sent", () => {
  const nowMs = at("2026-06-01T09:00:00Z");
  fc.assert(
    fc.property(
      fc.option(fc.integer({ min: 0, max: 23 })),
      fc.constantFrom("Europe/Berlin", "Asia/Kathmandu", "America/Los_Angeles"),
      (busiestHourUtc, timeZone) => {
        const send = { ...base, busiestHourUtc, timeZone };
        expect(hourOfSending(nowMs, send).planned).toBe(localHour(nextSendMs(nowMs, send), timeZone));
      },
    ),
  );
  expect(hourOfSending(nowMs, { ...base, timeZone: null })).toEqual({ best: 17, planned: 17 });
  expect(hourOfSending(nowMs, { ...base, busiestHourUtc: 21 })).toEqual({ best: 23, planned: 19 });
});
