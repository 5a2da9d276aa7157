import { amountOf, decimalsOf } from "../money";
import { outward } from "../stats/outward";
import { moneyDigits, moneyWords } from "./money-words";

/** Both ends of an interval of money, from minor units: `$0.16 to $0.46`. Whether it holds zero can be read off it. */
export function moneyIntervalWords(low: number, high: number, currency: string, digits?: number): string {
  const widest = Math.max(Math.abs(low), Math.abs(high));
  const shown = outward(
    amountOf(low, currency),
    amountOf(high, currency),
    digits ?? moneyDigits(widest, currency),
  );
  const words = (amount: number) => moneyWords(amount * 10 ** decimalsOf(currency), currency, shown.digits);
  return `${words(shown.low)} to ${words(shown.high)}`;
}
