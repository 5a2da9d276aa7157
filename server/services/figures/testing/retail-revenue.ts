import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";

/** A customer's revenue in a window, in minor units; `id` is the customer number of the file. */
export type Spent = { id: number; minor: number };

// vitest hands the environment on as import.meta.env
const { env } = import.meta as unknown as { env: Record<string, string | undefined> };
const folder = env.EVAL_DATA_DIR ?? "../shared/data";
const file = path.join(folder, "online-retail/online_retail.csv.gz");

/** Whether the Online Retail file is there (setting EVAL_DATA_DIR). */
export const hasRetailData = existsSync(file);

type Line = {
  InvoiceNo: string;
  CustomerID: string;
  InvoiceDate: string;
  Quantity: string;
  UnitPrice: string;
};

const isSale = (line: Line) =>
  line.CustomerID !== "" && !line.InvoiceNo.startsWith("C") && +line.Quantity > 0 && +line.UnitPrice > 0;

/** Everybody who bought before `from`, with what they spent in [from, to): people who spent nothing included. */
export async function retailRevenue(from: Date, to: Date): Promise<Spent[]> {
  const spent = new Map<number, number>();
  const before = new Set<number>();
  const lines = createReadStream(file)
    .pipe(createGunzip())
    .pipe(parse({ columns: true }));
  for await (const line of lines as AsyncIterable<Line>) {
    if (!isSale(line)) continue;
    const id = Number.parseInt(line.CustomerID, 10);
    const at = Date.parse(`${line.InvoiceDate.replace(" ", "T")}Z`);
    if (at < from.getTime()) before.add(id);
    else if (at < to.getTime()) {
      spent.set(id, (spent.get(id) ?? 0) + Math.round(+line.Quantity * +line.UnitPrice * 100));
    }
  }
  return [...before].map((id) => ({ id, minor: spent.get(id) ?? 0 }));
}
