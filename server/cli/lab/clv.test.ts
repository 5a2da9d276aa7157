import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { momentFor } from "@/server/domain/moment";
import { askLab, fileOf } from "./testing/ask-lab";

/** People of a shop who come back at random for 40 weeks; some never do. */
function shop(): string[] {
  const random = momentFor(0, 21, 1, 0).random;
  const lines = ["Customer ID;Order date;Total"];
  for (let who = 0; who < 300; who++) {
    const rhythm = 3 + 60 * random();
    for (let day = Math.floor(random() * 90); day < 280; day += 1 + Math.floor(2 * rhythm * random())) {
      const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
      lines.push(`c${who};${date};${(5 + 50 * random()).toFixed(2)}`);
      if (random() < 0.15) break;
    }
  }
  return lines;
}

describe("clv", () => {
  test("fits both models and writes a forecast for each customer", async () => {
    const file = fileOf(shop());
    const out = fileOf([], "out.csv");
    const ended = await askLab(
      "clv",
      file,
      "--unit",
      "week",
      "--until",
      "2025-09-30",
      "--predict",
      "26",
      "--out",
      out,
    );
    expect(ended).toMatchObject({
      code: 0,
      answer: {
        bgnbd: { r: expect.any(Number), logLikelihood: expect.any(Number) },
        gammaGamma: { p: expect.any(Number), customers: expect.any(Number) },
        customers: 300,
        leftOut: { noCustomer: 0 },
      },
    });
    const [header, ...rows] = readFileSync(out, "utf8").trim().split("\r\n");
    expect(header).toBe(
      "customer,frequency,recency,T,expectedPurchases,probabilityAlive,expectedAmount,expectedValue",
    );
    expect(rows).toHaveLength(300);
    for (const row of rows) {
      const [, , , , purchases = 0, alive = 0, amount = 0, value = 0] = row.split(",").map(Number);
      expect(alive).toBeGreaterThanOrEqual(0);
      expect(alive).toBeLessThanOrEqual(1);
      expect(value).toBeCloseTo(purchases * amount, 9);
    }
  });

  test("a unit of time changes alpha and the times, not what is expected", async () => {
    const file = fileOf(shop());
    const expected = async (unit: string) => {
      const out = fileOf([], "out.csv");
      await askLab("clv", file, "--unit", unit, "--until", "2025-09-30", "--predict", "10", "--out", out);
      const rows = readFileSync(out, "utf8").trim().split("\r\n").slice(1);
      return rows.map((row) => Number(row.split(",")[4]));
    };
    const [days, weeks] = [await expected("day"), await expected("week")];
    expect(days).toHaveLength(300);
    days.forEach((value, i) => {
      expect(value).toBeCloseTo(weeks[i] ?? Number.NaN, 4);
    });
  });

  const rows = ["customer,date,amount", "a,2025-01-01,5", "b,2025-01-02,6"];
  test.each([
    { args: ["--until", "2025-02-30"], lines: rows, complaint: "--until: must be a day" },
    { args: [], lines: rows, complaint: "--until: is needed" },
    { args: ["--until", "2025-02-01"], lines: rows, complaint: "--until: nobody had bought on a second day" },
    { args: ["--until", "2024-02-01"], lines: rows, complaint: "--until: nobody had bought anything" },
    { args: ["--until", "2025-02-01", "--predict", "5"], lines: rows, complaint: "--out: is needed" },
    { args: ["--until", "2025-02-01", "--unit", "year"], lines: rows, complaint: "--unit: must be one of" },
    {
      args: ["--until", "2025-02-01", "--customer", "who"],
      lines: rows,
      complaint: '--customer: there is no column "who"',
    },
    {
      args: ["--until", "2025-02-01"],
      lines: ["customer,date,amount", "a,yesterday,5"],
      complaint: '--date: row 1 says "yesterday", which is no date',
    },
    {
      args: ["--until", "2025-02-01"],
      lines: ["customer,date,amount", "a,2025-01-01,much"],
      complaint: '--amount: row 1 says "much", which is no number',
    },
    {
      args: ["--until", "2025-02-01"],
      lines: ["customer,date,amount", "a,3/4/2025,5"],
      complaint: "--date-order: say dmy or mdy",
    },
    {
      args: ["--until", "2025-02-01"],
      lines: ["customer,date", "a,2025-01-01"],
      complaint: "--amount: name the column",
    },
  ])("refuses: $complaint", async ({ args, lines, complaint }) => {
    const ended = await askLab("clv", fileOf(lines), ...args);
    expect(ended.code).toBe(2);
    expect(ended.complaint).toContain(complaint);
    expect(ended.complaint).not.toContain("\n");
  });
});
