import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { askLab, dataFile, fileOf } from "./testing/ask-lab";

const HEADER = "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID";

describe("rfm", () => {
  test("reads invoice lines, and says why it leaves rows out", async () => {
    const file = fileOf([
      HEADER,
      "1001,A,2,2025-03-01 10:00:00,1.50,7",
      "1001,B,1,2025-03-01 10:00:00,4,7",
      "1002,A,1,2025-03-05 09:00:00,1.5,8",
      "1003,A,1,2025-03-07 09:00:00,1.5,8",
      "1004,A,1,2025-03-07 09:00:00,1.5,",
      "C1005,A,-1,2025-03-07 09:00:00,1.5,7",
      "1006,A,0,2025-03-07 09:00:00,1.5,7",
      "1007,A,1,2025-03-07 09:00:00,0,7",
    ]);
    const out = fileOf([], "out.csv");
    const { answer } = await askLab("rfm", file, "--as-of", "2025-03-06", "--out", out);
    expect(answer).toMatchObject({
      lines: 3,
      orders: 2,
      customers: 2,
      revenue: 8.5,
      leftOut: { noCustomer: 1, cancelled: 1, quantityNotAboveZero: 1, priceNotAboveZero: 1, afterAsOf: 1 },
    });
    const [, ...rows] = readFileSync(out, "utf8").trim().split("\r\n");
    expect(rows.map((row) => row.split(",").slice(0, 4).join(","))).toEqual(["7,5,1,7", "8,1,1,1.5"]);
  });

  test("an order number that merely begins with C is no cancellation", async () => {
    const file = fileOf(["order_id,customer,date,amount", "C1,a,2025-03-01,5", "C2,b,2025-03-02,6"]);
    const { answer } = await askLab("rfm", file, "--as-of", "2025-03-06");
    expect(answer).toMatchObject({ orders: 2, revenue: 11, leftOut: { cancelled: 0 } });
  });

  test("every customer is in one of the product's segments", async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `c${i % 17},2025-0${1 + (i % 6)}-11,${10 + i}`);
    const { answer } = await askLab(
      "rfm",
      fileOf(["customer,date,amount", ...lines]),
      "--as-of",
      "2025-07-01",
    );
    const { segments, customers, revenue } = answer as {
      segments: Record<string, { customers: number; revenue: number }>;
      customers: number;
      revenue: number;
    };
    const all = Object.values(segments);
    expect(Object.keys(segments)).toContain("champions");
    expect(all.reduce((sum, one) => sum + one.customers, 0)).toBe(customers);
    expect(all.reduce((sum, one) => sum + one.revenue, 0)).toBeCloseTo(revenue, 6);
  });

  test.each([
    {
      lines: ["customer,date,amount", "a,2025-01-01,5"],
      as: "2024-01-01",
      complaint: "--as-of: nobody had bought",
    },
    {
      lines: [HEADER, "1,A,-1,2025-01-01,2,7"],
      as: "2025-02-01",
      complaint: "holds no sale to a known customer",
    },
  ])("refuses: $complaint", async ({ lines, as, complaint }) => {
    const ended = await askLab("rfm", fileOf(lines), "--as-of", as);
    expect(ended.code).toBe(2);
    expect(ended.complaint).toContain(complaint);
  });
});

const retail = dataFile("online-retail/online_retail.csv.gz");
const hasRetail = existsSync(retail);
const retailName = hasRetail ? "Online Retail" : `Online Retail (skipped: no data at ${retail})`;

describe.skipIf(!hasRetail)(retailName, () => {
  // UCI Online Retail, cleaned as in the literature: customer given, no cancellation, quantity and price above 0
  test("has the counts and the revenue that are known of it", async () => {
    const { answer } = await askLab("rfm", retail, "--as-of", "2011-12-10");
    expect(answer).toMatchObject({ lines: 397_884, orders: 18_532, customers: 4338, revenue: 8_911_407.904 });
  });
});
