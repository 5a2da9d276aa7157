import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { DAY_MS } from "../../time";
import type { Purchases } from "../purchase-histories";

// vitest hands the environment on as import.meta.env
const { env } = import.meta as unknown as { env: Record<string, string | undefined> };
const folder = path.join(env.EVAL_DATA_DIR ?? "../shared/data", "cdnow");
const file = path.join(folder, "CDNOW_sample.txt");

/** Whether the CDNOW sample is there (setting EVAL_DATA_DIR). */
export const hasCdnow = existsSync(file);
/** What a test of it is called: skipped aloud where it is absent. */
export const cdnowName = hasCdnow ? "the CDNOW sample" : `the CDNOW sample (skipped: no data at ${file})`;

/** Days since 1970. */
export const dayNumber = (isoDay: string): number => Date.parse(`${isoDay}T00:00:00Z`) / DAY_MS;

/** The file has no header: customer of the whole file, of the sample, day, CDs bought, dollars paid. */
export function readCdnow(): Purchases {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const rows = lines.map((line) => line.trim().split(/\s+/));
  const numbers = new Map<string, number>();
  const customer = rows.map(([, id = ""]) => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  });
  const day = rows.map(([, , text = ""]) => dayNumber(text.replace(/^(....)(..)(..)$/, "$1-$2-$3")));
  return {
    customers: numbers.size,
    customer: Int32Array.from(customer),
    day: Int32Array.from(day),
    amount: Float64Array.from(rows, ([, , , , dollars]) => Number(dollars)),
  };
}

/** Frequency, recency and age in weeks of each customer, in the order of the file, as others summed them up. */
export function readCdnowSummary(): [number, number, number][] {
  const lines = readFileSync(path.join(folder, "cdnow_customers_summary.csv"), "utf8").trim().split("\n");
  return lines.slice(1).map((line) => {
    const [, frequency = 0, recency = 0, age = 0] = line.split(",").map(Number);
    return [frequency, recency, age];
  });
}
