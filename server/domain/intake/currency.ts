import { type Reading, refused, taken } from "./reading";

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));
/** Signs of one currency only; the dollar, the krone and the yen sign stand for several. */
const SIGNS: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "₽": "RUB",
  "₺": "TRY",
};

/** An ISO 4217 code in capitals, from a code in any case or from a sign that only one currency has. */
export function readCurrency(text: string): Reading<string> {
  const trimmed = text.trim();
  const code = SIGNS[trimmed] ?? trimmed.toUpperCase();
  return /^[A-Z]{3}$/.test(code) && CODES.has(code) ? taken(code) : refused("not an ISO 4217 currency code");
}
