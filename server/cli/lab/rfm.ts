import type { Fifths } from "@/server/domain/population";
import { rfmScores } from "@/server/domain/rfm-scores";
import { fifthsOf } from "@/server/domain/scoring/fifths-of";
import { type RfmTable, rfmOf } from "@/server/domain/scoring/rfm-of";
import { DAY_MS, daysBetween } from "@/server/domain/time";
import { rfm as segmentor } from "@/server/segmentors/rfm";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import { writeCsv } from "./csv-output";
import { neededDay } from "./instants";
import { readSales, SALES_OPTIONS } from "./sales";
import { readTable } from "./table";

/** Recency, frequency and value of each customer. */
export const rfm: LabCommand = {
  usage: "rfm FILE --as-of DATE [--out FILE]",
  about: "Recency, frequency and value of each customer, their fifths and the product's named segments.",
  options: { ...SALES_OPTIONS, "as-of": { type: "string" }, out: { type: "string" } },
  files: [1, 1],
  async run({ files: [file = ""], flags }) {
    const asOf = neededDay(flags, "as-of");
    const sales = readSales(await readTable(file), flags, "money");
    const table = rfmOf(sales, sales.orders?.at ?? null, asOf);
    if (table.rows === 0) throw new BadInput("--as-of", "nobody had bought anything by then");
    const fifths = fifthsOf(table, asOf * DAY_MS);
    const segments = segmentsOf(table, fifths, asOf * DAY_MS);
    if (flags.has("out"))
      await writeCustomers(flags.needed("out"), sales.names, table, fifths, segments, asOf);
    return {
      lines: table.rows,
      orders: sum(table.orders),
      customers: table.customer.length,
      revenue: money(sum(table.spend)),
      leftOut: { ...sales.leftOut, afterAsOf: sales.rows - table.rows },
      quintiles: {
        recencyDays: fifths.silenceDaysCuts,
        frequency: fifths.ordersCuts,
        monetary: fifths.spendMinorCuts.map(money),
      },
      segments: tally(table, segments),
    };
  },
};

function segmentsOf({ lastOrderMs, orders, spend }: RfmTable, fifths: Fifths, nowMs: number): string[] {
  const assign = segmentor.prepare({}, fifths);
  return orders.map((count, i) => {
    const facts = { lastOrderMs: lastOrderMs[i] ?? 0, orders: count, spendMinor: spend[i] ?? 0 };
    return assign(facts, nowMs) ?? "none";
  });
}

function writeCustomers(
  file: string,
  names: readonly string[],
  table: RfmTable,
  fifths: Fifths,
  segments: readonly string[],
  asOf: number,
): Promise<void> {
  const header = ["customer", "recencyDays", "frequency", "monetary"];
  const scores = ["recencyScore", "frequencyScore", "monetaryScore", "segment"];
  return writeCsv(file, [...header, ...scores], table.customer.length, (i) => {
    const lastOrderMs = table.lastOrderMs[i] ?? 0;
    const orders = table.orders[i] ?? 0;
    const spendMinor = table.spend[i] ?? 0;
    const { recency, frequency, value } = rfmScores(
      { lastOrderMs, orders, spendMinor },
      fifths,
      asOf * DAY_MS,
    );
    const silence = daysBetween(lastOrderMs, asOf * DAY_MS);
    const name = names[table.customer[i] ?? 0] ?? "";
    return [name, silence, orders, money(spendMinor), recency, frequency, value, segments[i] ?? ""];
  });
}

/** Every segment of the product, also those that are empty. */
function tally({ orders, spend }: RfmTable, segments: readonly string[]) {
  const rows = Object.entries(segmentor.segments).map(([id, title]) => {
    const members = [...segments.keys()].filter((i) => segments[i] === id);
    const sumOf = (column: readonly number[]) => sum(members.map((i) => column[i] ?? 0));
    return [id, { title, customers: members.length, orders: sumOf(orders), revenue: money(sumOf(spend)) }];
  });
  return Object.fromEntries(rows);
}

/** Neumaier 1974: the rounding of each step is carried along, so that half a million prices add up exactly. */
function sum(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Money to a millionth: what is beyond came of binary fractions. */
const money = (amount: number): number => Math.round(amount * 1e6) / 1e6;
