import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { askLab, fileOf } from "./testing/ask-lab";

/** From the first to the last day of summer time in 2025, days from 0. */
const SUMMER = { "Europe/Berlin": [88, 298], "America/New_York": [67, 305] } as const;
const HOURS_BEHIND = { "Europe/Berlin": -1, "America/New_York": 5 } as const;
type Zone = keyof typeof SUMMER;

/** UTC's hour when a zone's clock shows `hour` on a day of 2025. */
function utcHour(zone: Zone, hour: number, day: number): number {
  const [from, to] = SUMMER[zone];
  return hour + HOURS_BEHIND[zone] - (day >= from && day <= to ? 1 : 0);
}

/** A year of messages at 8, 13 and 17 on everybody's own clock. Berlin opens at 8, New York at 17; on some days nobody does. */
function year(): string[] {
  const lines = ["customer,sent_at,opened,time_zone"];
  for (let i = 0; i < 120 * 12; i++) {
    const day = 3 * Math.floor(i / 12);
    const who = i % 12;
    const zone: Zone = who % 2 === 0 ? "Europe/Berlin" : "America/New_York";
    const hour = [8, 13, 17][Math.floor(i / 12) % 3] ?? 0;
    const at = new Date(Date.UTC(2025, 0, 1 + day, utcHour(zone, hour, day), 20)).toISOString();
    const isOpened = hour === (who % 2 === 0 ? 8 : 17) && (day + who) % 4 !== 0;
    lines.push(`c${who},${at},${isOpened ? "yes" : "no"},${zone}`);
  }
  return lines;
}

describe("send-hour", () => {
  test("finds each customer's hour on the customer's own clock, summer and winter", async () => {
    const out = fileOf([], "out.csv");
    const ended = await askLab("send-hour", fileOf(year()), "--out", out);
    expect(ended).toMatchObject({
      code: 0,
      answer: {
        messages: 1440,
        customers: 12,
        leftOut: { noCustomer: 0, zoneUnknown: 0 },
        heldOut: { messages: 12 },
      },
    });
    const { company, chosenHours } = ended.answer as {
      company: { hour: number; sent: number }[];
      chosenHours: Record<string, number>;
    };
    // a clock that does not go with summer time would show five or six hours
    expect(company.filter(({ sent }) => sent > 0).map(({ hour, sent }) => [hour, sent])).toEqual([
      [8, 480],
      [13, 480],
      [17, 480],
    ]);
    expect(chosenHours).toEqual({ 8: 6, 17: 6 });
    const [header, first] = readFileSync(out, "utf8").trim().split("\r\n");
    expect(header).toBe("customer,messages,opened,bestHour,openRate");
    expect(first).toMatch(/^c0,120,\d+,8,0\.\d+$/);
  });

  test("a customer without a zone counts by the default one, or is left out", async () => {
    const lines = [
      ...year(),
      "c99,2025-03-01T07:00:00Z,1,",
      "c99,2025-03-02T07:00:00Z,0,Mars/Olympus",
      ",2025-03-02T07:00:00Z,0,UTC",
    ];
    const file = fileOf(lines);
    const left = await askLab("send-hour", file);
    expect(left.answer).toMatchObject({ customers: 12, leftOut: { noCustomer: 1, zoneUnknown: 2 } });
    const kept = await askLab("send-hour", file, "--default-zone", "Europe/Berlin");
    expect(kept.answer).toMatchObject({ customers: 13, leftOut: { noCustomer: 1, zoneUnknown: 0 } });
  });

  test("opened may say when", async () => {
    const lines = [
      "customer,instant,opened_at,zone",
      "a,2025-03-01T07:00:00Z,2025-03-01T07:30:00Z,UTC",
      "a,2025-03-02T07:00:00Z,,UTC",
    ];
    const { answer } = await askLab("send-hour", fileOf(lines));
    expect(answer).toMatchObject({ messages: 2, opened: 1, bestHour: 7, heldOut: null });
  });

  test.each([
    {
      lines: ["customer,instant,opened,zone", "a,2025-03-01T07:00:00Z,perhaps,UTC"],
      complaint: '--opened: row 1 says "perhaps"',
    },
    {
      lines: ["customer,instant,opened,zone", "a,2025-03-01T07:00:00Z,yes,UTC"],
      complaint: "--opened: all messages were opened, or none",
    },
    {
      lines: ["customer,instant,opened", "a,2025-03-01T07:00:00Z,yes"],
      complaint: "--zone: name the column",
    },
    { lines: ["customer,instant,opened,zone", "a,soon,yes,UTC"], complaint: '--instant: row 1 says "soon"' },
    {
      lines: ["customer,instant,opened,zone", "a,2025-03-01T07:00:00Z,yes,Mars"],
      complaint: "holds no message to a customer whose zone",
    },
  ])("refuses: $complaint", async ({ lines, complaint }) => {
    const ended = await askLab("send-hour", fileOf(lines));
    expect(ended.code).toBe(2);
    expect(ended.complaint).toContain(complaint);
  });
});
