import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";

const run = promisify(execFile);
const MINUTES = 60_000;
const SHOPPERS = 60;
/** Months after December 2010 in which each of them buys: until summer, and one in three again in October. */
const MONTHS = [0, 2, 4, 6];
const OCTOBER = 10;

/** Lines in the shape of the Online Retail file, whose prices are exact in pence. */
function onlineRetail(): { csv: string; orders: number; revenue: number } {
  const lines = ["InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"];
  let orders = 0;
  let pence = 0;
  for (let n = 0; n < SHOPPERS; n++) {
    for (const month of n % 3 === 0 ? [...MONTHS, OCTOBER] : MONTHS) {
      const day = new Date(Date.UTC(2010, 11 + month, 1 + (n % 28), 9 + (n % 9)));
      const at = day.toISOString().slice(0, 19).replace("T", " ");
      const price = n % 10 === 0 ? 90_000 : 150 + n; // some spend so much that a reviewer has to look
      lines.push(`${536365 + orders},85123A,LANTERN,10,${at},${price / 100},${12346 + n}.0,United Kingdom`);
      orders++;
      pence += price * 10;
    }
  }
  return { csv: `${lines.join("\n")}\n`, orders, revenue: pence / 100 };
}

// `npm run walkthrough -- --data FILE` is the full form: the whole Online Retail file
test("the walkthrough takes a small shop from its lines to measured revenue", async () => {
  test.setTimeout(6 * MINUTES);
  const { csv, orders, revenue } = onlineRetail();
  const folder = await mkdtemp(path.join(tmpdir(), "touchline-shop-"));
  try {
    const file = path.join(folder, "lines.csv");
    await writeFile(file, csv);
    const program = path.resolve("scripts/run.mjs");
    const { stdout } = await run(process.execPath, [program, "walkthrough", "--data", file], {
      timeout: 5 * MINUTES,
    });
    const report = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
    expect(report).toMatchObject({
      customers: SHOPPERS,
      orders,
      revenue,
      decisions: 2 * SHOPPERS,
      duplicates: 0,
      sentToUnsubscribed: 0,
      auditVerified: true,
    });
    expect(report.sent).toBeGreaterThan(SHOPPERS / 4);
    expect(report.approved).toBeGreaterThan(0);
    expect(report.attributedRevenue).toBeGreaterThan(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
