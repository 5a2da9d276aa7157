import { amountOf, decimalsOf } from "../money";
import type { KpiDefinition } from "./kpi-definition";
import { moneyWords } from "./money-words";

const NBSP = "\u00a0";

const WORDS: Record<Exclude<KpiDefinition["unit"], "money">, (value: number) => string> = {
  share: (value) => `${Number((value * 100).toFixed(2))}${NBSP}%`,
  people: String,
  seconds: (value) => `${value}${NBSP}s`,
  milliseconds: (value) => `${value / 1000}${NBSP}s`,
  days: (value) => `${value}${NBSP}days`,
  hours: (value) => `${value}${NBSP}h`,
  ratio: (value) => `${value} to 1`,
  per100k: String,
  decisions: String,
};

/** A beginning or a goal in the unit of the figure's readings, with the digits that it was given: 4.05 %, $0.45, $700. */
export function goalWords({ unit }: Pick<KpiDefinition, "unit">, value: number, currency: string): string {
  if (unit !== "money") return WORDS[unit](value);
  return moneyWords(value, currency, Number.isInteger(amountOf(value, currency)) ? 0 : decimalsOf(currency));
}
