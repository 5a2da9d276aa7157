import type { KpiDefinition } from "./kpi-definition";

const WORDS: Record<KpiDefinition["unit"], (value: number) => string> = {
  money: (value) => (value >= 100 ? String(value) : value.toFixed(2)),
  share: (value) => `${Number((value * 100).toFixed(2))} %`,
  people: String,
  seconds: (value) => `${value} s`,
  milliseconds: (value) => `${value / 1000} s`,
  days: (value) => `${value} days`,
  hours: (value) => `${value} h`,
  ratio: (value) => `${value} to 1`,
  per100k: String,
  decisions: String,
};

/** A beginning or a goal as text; money without its currency, which is the company's. */
export const goalWords = ({ unit }: Pick<KpiDefinition, "unit">, value: number): string => WORDS[unit](value);
