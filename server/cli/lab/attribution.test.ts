import { describe, expect, test } from "vitest";
import { askLab, fileOf } from "./testing/ask-lab";

const LINES = [
  "path,total_conversions,total_null,total_conversion_value",
  "email > sms > email,12,80,600",
  "email,20,300,700",
  "search>email,15,60,900",
  "search,9,150,450",
  "social > search > sms,6,120,360",
  "search > email,1,0,0",
  " > ,2,5,0",
];
const COLUMNS = ["--path", "path", "--conversions", "total_conversions", "--nulls", "total_null"];

type Models = Record<string, Record<string, { conversions: number; value: number }>>;

describe("attribution", () => {
  test("every model gives all away, value too", async () => {
    const ended = await askLab("attribution", fileOf(LINES), ...COLUMNS, "--value", "total_conversion_value");
    expect(ended).toMatchObject({
      code: 0,
      answer: {
        conversions: 63,
        nulls: 710,
        value: 3010,
        leftOut: { withoutTouch: { rows: 1, conversions: 2 } },
      },
    });
    const { models } = ended.answer as { models: Models };
    expect(Object.keys(models)).toEqual([
      "first",
      "last",
      "linear",
      "timeDecay",
      "position",
      "markov",
      "shapley",
    ]);
    for (const channels of Object.values(models)) {
      const all = Object.values(channels);
      expect(all.reduce((sum, { conversions }) => sum + conversions, 0)).toBeCloseTo(63, 9);
      expect(all.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(3010, 9);
    }
    expect(models.first?.search).toEqual({ conversions: 25, value: 1350 });
    // by hand: 9 alone, half of 16 with email, a third of 6 with social and sms
    expect(models.shapley?.search?.conversions).toBeCloseTo(19, 9);
  });

  test("the order of the chain is what was asked for", async () => {
    const file = fileOf(LINES);
    const effects = await Promise.all(
      ["1", "2", "3"].map(async (order) => {
        const { answer } = await askLab("attribution", file, ...COLUMNS, "--order", order);
        return answer as { markov: { order: number; removalEffect: Record<string, number> } };
      }),
    );
    expect(effects.map(({ markov }) => markov.order)).toEqual([1, 2, 3]);
    expect(new Set(effects.map(({ markov }) => markov.removalEffect.sms)).size).toBeGreaterThan(1);
  });

  test.each([
    { args: COLUMNS.slice(0, 2), lines: ["path,buys", "a,1"], complaint: "--conversions: name the column" },
    { args: [...COLUMNS, "--order", "4"], lines: LINES, complaint: "--order: must be one of 1, 2, 3" },
    {
      args: [...COLUMNS, "--value", "worth"],
      lines: LINES,
      complaint: '--value: there is no column "worth"',
    },
    {
      args: [...COLUMNS, "--half-life", "0"],
      lines: LINES,
      complaint: "--half-life: must be a number from 0.01",
    },
    {
      args: [],
      lines: ["path,conversions", "a > b,-1"],
      complaint: "--conversions: row 1 is below zero",
    },
    { args: [], lines: ["path,conversions", "a > b,0"], complaint: "--conversions: nothing converted" },
    {
      args: ["--value", "v"],
      lines: ["path,conversions,v", "a > b,0,5"],
      complaint: "--value: row 1 has a value and no conversion",
    },
  ])("refuses: $complaint", async ({ args, lines, complaint }) => {
    const ended = await askLab("attribution", fileOf(lines), ...args);
    expect(ended.code).toBe(2);
    expect(ended.complaint).toContain(complaint);
  });
});
