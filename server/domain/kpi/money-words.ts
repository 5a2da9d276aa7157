import { amountOf } from "../money";

/** Minor units as an amount with its sign: `$0.58`. */
export const moneyWords = (minor: number, currency: string, digits: number): string =>
  new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(amountOf(minor, currency))
    .replace("-", "\u2212");
