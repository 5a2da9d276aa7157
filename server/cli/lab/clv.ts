import { customerValues } from "@/server/domain/scoring/customer-values";
import { type BgNbdFit, fitBgNbd } from "@/server/domain/scoring/fit-bg-nbd";
import { fitGammaGamma, type GammaGammaFit } from "@/server/domain/scoring/fit-gamma-gamma";
import { type Histories, purchaseHistories } from "@/server/domain/scoring/purchase-histories";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import { writeCsv } from "./csv-output";
import { neededDay } from "./instants";
import { readSales, SALES_OPTIONS } from "./sales";
import { readTable } from "./table";

/** Days in a unit of time; a month is a twelfth of the mean Gregorian year. */
const DAYS_IN = { day: 1, week: 7, month: 365.2425 / 12 } as const;
const UNITS = ["day", "week", "month"] as const;
/** A hundred years: beyond that a forecast is none. */
const MOST_WEEKS = 5218;

/** What customers will buy and spend. */
export const clv: LabCommand = {
  usage: "clv FILE --until DATE [--unit day|week|month] [--predict WEEKS --out FILE]",
  about:
    "How often customers buy, when they leave and what they spend: BG/NBD and gamma-gamma by maximum likelihood.",
  options: {
    ...SALES_OPTIONS,
    until: { type: "string" },
    unit: { type: "string" },
    predict: { type: "string" },
    out: { type: "string" },
  },
  files: [1, 1],
  async run({ files: [file = ""], flags }) {
    const until = neededDay(flags, "until");
    const unit = flags.oneOf("unit", UNITS, "week");
    const weeks = flags.number("predict", null, { least: 0, most: MOST_WEEKS });
    if ((weeks === null) === flags.has("out"))
      throw new BadInput(
        weeks === null ? "--predict" : "--out",
        "is needed: --predict and --out go together",
      );
    const sales = readSales(await readTable(file), flags, "money");
    const histories = purchaseHistories(sales, until, DAYS_IN[unit]);
    if (histories.customer.length === 0) throw new BadInput("--until", "nobody had bought anything by then");
    const bought = fitBgNbd(histories);
    if (bought === null)
      throw new BadInput("--until", "nobody had bought on a second day by then: there is nothing to fit");
    const paid = fitGammaGamma(histories);
    if (weeks !== null) {
      const horizon = (weeks * 7) / DAYS_IN[unit];
      await writePredictions(flags.needed("out"), sales.names, histories, bought, paid, horizon);
    }
    const { isSettled: _, ...bgnbd } = bought;
    return {
      bgnbd,
      gammaGamma: paid === null ? null : parametersOf(paid),
      customers: histories.customer.length,
      repeatCustomers: histories.frequency.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0),
      leftOut: sales.leftOut,
      notes: notesOn(bought, paid),
    };
  },
};

function writePredictions(
  file: string,
  names: readonly string[],
  histories: Histories,
  bought: BgNbdFit,
  paid: GammaGammaFit | null,
  horizon: number,
): Promise<void> {
  const { customer, frequency, recency, age } = histories;
  const values = customerValues(histories, bought, paid, horizon);
  const header = [
    "customer",
    "frequency",
    "recency",
    "T",
    "expectedPurchases",
    "probabilityAlive",
    "expectedAmount",
    "expectedValue",
  ];
  return writeCsv(file, header, customer.length, (i) => [
    names[customer[i] ?? 0] ?? "",
    frequency[i] ?? 0,
    recency[i] ?? 0,
    age[i] ?? 0,
    values.expectedPurchases[i] ?? 0,
    values.probabilityAlive[i] ?? 0,
    values.expectedAmount[i] ?? null,
    values.expectedValue[i] ?? null,
  ]);
}

const parametersOf = ({ p, q, v, logLikelihood, customers }: GammaGammaFit) => ({
  p,
  q,
  v,
  logLikelihood,
  customers,
});

/** What a reader of the parameters should know. */
function notesOn(bought: BgNbdFit, paid: GammaGammaFit | null): string[] {
  const unsettled = (name: string) =>
    `${name}: the likelihood rises without end towards an edge; forecasts hold, single parameters mean nothing`;
  return [
    ...(bought.isSettled ? [] : [unsettled("bgnbd")]),
    ...(paid === null ? ["gammaGamma: fewer than ten customers with repeat amounts, or all alike"] : []),
    ...(paid === null || paid.isSettled ? [] : [unsettled("gammaGamma")]),
    ...(paid !== null && paid.q <= 1
      ? ["gammaGamma: q is not above 1, so that amounts have no mean over all customers"]
      : []),
  ];
}
