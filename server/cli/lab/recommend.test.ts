import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { momentFor } from "@/server/domain/moment";
import { askLab, dataFile, fileOf } from "./testing/ask-lab";

/** Customers of eight tastes who buy five things before July and three after; half of them say where they live. */
function orders(): string[] {
  const random = momentFor(0, 14, 1, 0).random;
  const lines = ["customer_id,sku,order_date,country"];
  for (let i = 0; i < 240 * 8; i++) {
    const who = i % 240;
    const month = i < 240 * 5 ? "03" : "09";
    const item = random() < 0.2 ? "bestseller" : `taste${who % 8}-${Math.floor(9 * random())}`;
    lines.push(`p${who},${item},2025-${month}-10,${who % 2 === 0 ? "" : `land${who % 8}`}`);
  }
  return lines;
}

type Answer = {
  hitRate: number;
  hitRateCi: [number, number];
  popularityHitRate: number;
  segmentPopularityHitRate?: number;
  difference: { value: number; ci: [number, number] };
  customers: number;
  items: number;
};

describe("recommend", () => {
  test("tells how often each way shows what is bought next", async () => {
    const { code, answer } = await askLab("recommend", fileOf(orders()), "--until", "2025-06-30", "--k", "3");
    const found = answer as Answer;
    expect(code).toBe(0);
    expect(found.items).toBeLessThanOrEqual(73);
    expect(found.customers).toBeGreaterThan(150);
    expect(found.hitRate).toBeGreaterThan(found.popularityHitRate);
    expect(found.hitRateCi[0]).toBeLessThan(found.hitRate);
    expect(found.difference.value).toBeCloseTo(found.hitRate - found.popularityHitRate, 12);
    expect(found.difference.ci[0]).toBeGreaterThan(0);
    expect(found).not.toHaveProperty("segmentPopularityHitRate");
  });

  test("popularity within a segment is asked by its column", async () => {
    const file = fileOf(orders());
    const { answer } = await askLab(
      "recommend",
      file,
      "--until",
      "2025-06-30",
      "--k",
      "3",
      "--segment",
      "country",
    );
    const found = answer as Answer;
    expect(found.segmentPopularityHitRate).toBeGreaterThan(found.popularityHitRate);
  });

  test.each([
    { args: ["--until", "2025-12-31"], complaint: "--until: no customer who had bought by then" },
    { args: ["--until", "2025-06-30", "--k", "0"], complaint: "--k: must be a whole number from 1" },
    {
      args: ["--until", "2025-06-30", "--segment", "town"],
      complaint: '--segment: there is no column "town"',
    },
    { args: ["--until", "2025-06-30", "--item", "thing"], complaint: '--item: there is no column "thing"' },
  ])("refuses: $complaint", async ({ args, complaint }) => {
    const ended = await askLab("recommend", fileOf(orders()), ...args);
    expect(ended.code).toBe(2);
    expect(ended.complaint).toContain(complaint);
  });
});

const retail = dataFile("online-retail/online_retail.csv.gz");
const hasRetail = existsSync(retail);
const retailName = hasRetail ? "Online Retail" : `Online Retail (skipped: no data at ${retail})`;

describe.skipIf(!hasRetail)(retailName, () => {
  test("what others also bought beats what is popular, at 10 items after 30 September 2011", async () => {
    const { answer } = await askLab("recommend", retail, "--until", "2011-09-30", "--k", "10");
    const { difference, customers } = answer as Answer;
    expect(customers).toBeGreaterThan(1500);
    expect(difference.ci[0]).toBeGreaterThan(0);
  });
});
