/** An amount in the smallest unit of its currency: 1,299 USD is $12.99, 500 JPY is ¥500. */
export type Money = { minor: number; currency: string };

const digits = new Map<string, number>();

/** How many decimals a currency has (ISO 4217 by way of CLDR): 2 for EUR, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const options = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  const decimals = options.maximumFractionDigits ?? 2;
  digits.set(currency, decimals);
  return decimals;
}

/** Minor units of a decimal amount, rounded half away from zero; the currency decides the decimals. */
export function minorOf(amount: number, currency: string): number {
  const scaled = amount * 10 ** decimalsOf(currency);
  // 1.005 is stored a hair below: nudge by one part in 10^12 before rounding
  return Math.sign(scaled) * Math.round(Math.abs(scaled) * (1 + 1e-12));
}

/** The decimal amount of minor units. */
export const amountOf = (minor: number, currency: string): number => minor / 10 ** decimalsOf(currency);
