import type { KpiDefinition } from "./kpi-definition";
import { moneyDigits, moneyWords } from "./money-words";

const NBSP = "\u00a0";
const number = (value: number, digits: number): string =>
  new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(value)
    .replace("-", "\u2212");

/** A reading in words, as mails and files show it: `$0.58`, `3.1 %`, `1.5 days`. Money in minor units, shares in 0–1. */
export function valueWords(unit: KpiDefinition["unit"], value: number, currency: string): string {
  switch (unit) {
    case "money":
      return moneyWords(value, currency, moneyDigits(value, currency));
    case "share":
      return `${number(value * 100, Math.abs(value) < 0.1 ? 2 : 1)}${NBSP}%`;
    case "ratio":
      return `${number(value, 1)} to 1`;
    case "days":
      return value < 1 ? hourWords(value * DAY_HOURS) : `${number(value, 1)}${NBSP}days`;
    case "hours":
      return `${number(value, 1)}${NBSP}h`;
    case "seconds":
      return `${number(value, value < 10 ? 1 : 0)}${NBSP}s`;
    case "milliseconds":
      return value < 1000 ? `${number(value, 0)}${NBSP}ms` : `${number(value / 1000, 1)}${NBSP}s`;
    case "per100k":
      return number(value, value === 0 || value >= 10 ? 0 : 1);
    default:
      return number(value, 0);
  }
}

const DAY_HOURS = 24;
const HOUR_MINUTES = 60;

const hourWords = (hours: number): string =>
  hours < 1 ? `${number(hours * HOUR_MINUTES, 0)}${NBSP}min` : `${number(hours, 1)}${NBSP}h`;
