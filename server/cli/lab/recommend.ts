import { alsoBought, alsoBoughtFor } from "@/server/domain/recommend/also-bought";
import { type BoughtItems, boughtItems } from "@/server/domain/recommend/bought-items";
import {
  type HitRate,
  hitRate,
  pairedDifference,
  type Recommend,
  trialsOf,
} from "@/server/domain/recommend/hit-rate";
import { buyersOf, byPopularity, popularFor } from "@/server/domain/recommend/popularity";
import { popularityBySegment } from "@/server/domain/recommend/popularity-by-segment";
import type { Estimate } from "@/server/domain/stats/estimate";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import { neededDay } from "./instants";
import { readSales, SALES_OPTIONS, type Sales } from "./sales";
import { columnOf, readTable } from "./table";

/** Whether “also bought” finds what customers buy next. */
export const recommend: LabCommand = {
  usage: "recommend FILE --until DATE [--k 10] [--segment COL]",
  about:
    "How many customers later buy one of k items that others also bought, against the k most popular ones, by what was known until a day.",
  options: {
    ...SALES_OPTIONS,
    until: { type: "string" },
    k: { type: "string" },
    segment: { type: "string" },
  },
  files: [1, 1],
  async run({ files: [file = ""], flags }) {
    const until = neededDay(flags, "until");
    const k = flags.number("k", 10, { least: 1, most: 1000, isWhole: true });
    const table = await readTable(file);
    const sales = readSales(table, flags, "items");
    const before = boughtWhen(sales, (day) => day <= until);
    const trials = trialsOf(
      before,
      boughtWhen(sales, (day) => day > until),
    );
    if (trials.length === 0)
      throw new BadInput("--until", "no customer who had bought by then bought anything new afterwards");
    const ranking = byPopularity(buyersOf(before));
    const ownOf = (customer: number) => before.byCustomer[customer] ?? new Int32Array();
    const popular = hitRate(trials, (customer) => popularFor(ranking, ownOf(customer), k));
    const found = hitRate(trials, recommenderOf(before, ranking, k));
    const named = flags.text("segment");
    const segmentOf = named === null ? null : segmentsOf(columnOf(table, "--segment", named), sales, until);
    const rankings = segmentOf && popularityBySegment(before, segmentOf);
    const bySegment =
      rankings &&
      hitRate(trials, (customer) =>
        popularFor(rankings.get(segmentOf?.(customer) ?? null) ?? ranking, ownOf(customer), k),
      );
    const difference = found && popular && pairedDifference(found, popular);
    return {
      ...rateOf("hitRate", found),
      ...rateOf("popularityHitRate", popular),
      ...rateOf("segmentPopularityHitRate", bySegment),
      difference: difference && { value: difference.value, ci: intervalOf(difference) },
      customers: trials.length,
      items: ranking.length,
      k,
      leftOut: sales.leftOut,
    };
  },
};

function boughtWhen(sales: Sales, isCounted: (day: number) => boolean): BoughtItems {
  const { names = [], at = new Int32Array() } = sales.items ?? {};
  return boughtItems(sales.customers, names.length, sales.customer, at, (row) =>
    isCounted(sales.day[row] ?? 0),
  );
}

/** Items that others also bought; where too few go with what a customer has, what is popular fills up. */
function recommenderOf(before: BoughtItems, ranking: Int32Array, k: number): Recommend {
  const model = alsoBought(before);
  return (customer) => {
    const own = before.byCustomer[customer] ?? new Int32Array();
    const picked = alsoBoughtFor(model, own, k);
    const known = Int32Array.from([...own, ...picked]);
    return Int32Array.from([...picked, ...popularFor(ranking, known, k - picked.length)]);
  };
}

const intervalOf = ({ low, high }: Estimate) => [low, high];

const rateOf = (name: string, found: HitRate | null) =>
  found === null ? {} : { [name]: found.rate.value, [`${name}Ci`]: intervalOf(found.rate) };

/** The segment that each customer's last row until the day names. */
function segmentsOf(column: readonly string[], { customer, day, rowAt }: Sales, until: number) {
  const segments = new Map<number, string>();
  for (const [i, who] of customer.entries()) {
    const segment = (column[rowAt[i] ?? 0] ?? "").trim();
    if ((day[i] ?? 0) <= until && segment !== "") segments.set(who, segment);
  }
  return (who: number): string | null => segments.get(who) ?? null;
}
