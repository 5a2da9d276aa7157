import { numberFormat } from "../kept-formats";
import { amountOf, decimalsOf } from "../money";

const WHOLE_FROM = 1000;
/** U+2060 keeps the minus and the currency sign on one line. */
const MINUS = "\u2212\u2060";

/** How many decimals an amount is shown with: from 1,000 major units on none. */
export const moneyDigits = (minor: number, currency: string): number =>
  Math.abs(amountOf(minor, currency)) >= WHOLE_FROM ? 0 : decimalsOf(currency);

/** Minor units as an amount with its sign: `$0.58`. */
export const moneyWords = (minor: number, currency: string, digits: number): string =>
  numberFormat({
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(amountOf(minor, currency))
    .replace("-", MINUS);
