import { decimalsOf } from "../money";
import { type Reading, refused, taken } from "./reading";

/** An exact decimal number: `units` × 10^-`scale`. */
export type Decimal = { units: bigint; scale: number };

/** Sums beyond this many minor units are typing errors, and near the end of exact integers. */
const MAX_MINOR = 1_000_000_000_000n;
const MAX_DIGITS = 18;

/** Which sign parts whole from fraction. The other one groups digits by three. */
export type DecimalMark = "." | ",";

const PLAIN = /^\d+(\.\d+)?$/;

/**
 * A decimal number as people write it: `1234.5`, `1,234.50`, `1 234.50`, `(12.00)`, with or without a currency sign;
 * with `mark` "," the same the other way round. The other sign is taken for the mark where it cannot be grouping
 * (`12,5` under "."); `1,234` is a thousand and more under "." and one and a quarter under ",".
 */
export function readDecimal(text: string, mark: DecimalMark = "."): Reading<Decimal> {
  const trimmed = text.trim();
  if (PLAIN.test(trimmed) && mark === ".") return exactly(trimmed, false);
  const bare = trimmed.replace(/^\p{Sc}\s*|\s*\p{Sc}$/gu, "");
  const negative = /^-|^\(.*\)$/.test(bare);
  const digits = bare.replace(/^[-+(]\s*\p{Sc}?|\)$/gu, "").replace(/[\s'’]/g, "");
  const swapped = mark === "." ? digits : digits.replace(/[.,]/g, (sign) => (sign === "." ? "," : "."));
  const plain = withPoint(swapped);
  return plain === null ? refused("not a number") : exactly(plain, negative);
}

/** Digits with a point at most, or null. The comma groups, or stands for the point where it cannot. */
function withPoint(text: string): string | null {
  if (PLAIN.test(text)) return text;
  if (/^\.\d+$/.test(text)) return `0${text}`;
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(",", "");
  if (/^\d+,\d+$/.test(text)) return text.replace(",", ".");
  return /^[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(text) ? text.replaceAll(".", "").replace(",", ".") : null;
}

function exactly(plain: string, negative: boolean): Reading<Decimal> {
  const [whole = "", fraction = ""] = plain.split(".");
  if (whole.length + fraction.length > MAX_DIGITS) return refused("a number with more than 18 digits");
  const units = BigInt(whole + fraction);
  return taken({ units: negative ? -units : units, scale: fraction.length });
}

/** `value` × `factor` in minor units of a currency, rounded half up (away from zero below zero). */
export function timesInMinor({ units, scale }: Decimal, factor: number, currency: string): Reading<number> {
  const raw = units * BigInt(factor) * 10n ** BigInt(decimalsOf(currency));
  const divisor = 10n ** BigInt(scale);
  const size = raw < 0n ? -raw : raw;
  const rounded = (2n * size + divisor) / (2n * divisor);
  if (rounded > MAX_MINOR) return refused("an amount beyond any order");
  return taken(Number(raw < 0n ? -rounded : rounded));
}

/** A decimal amount as minor units of a currency, rounded half up. */
export function readMinor(text: string, currency: string, mark: DecimalMark = "."): Reading<number> {
  const decimal = readDecimal(text, mark);
  return decimal.ok ? timesInMinor(decimal.value, 1, currency) : decimal;
}

/** A whole number such as a quantity; `12.0` and `1,200` count. */
export function readWhole(text: string, mark: DecimalMark = "."): Reading<number> {
  const decimal = readDecimal(text, mark);
  if (!decimal.ok) return decimal;
  const { units, scale } = decimal.value;
  const divisor = 10n ** BigInt(scale);
  if (units % divisor !== 0n) return refused("not a whole number");
  const value = Number(units / divisor);
  return Math.abs(value) <= 2_147_483_647 ? taken(value) : refused("a number that is too large");
}
