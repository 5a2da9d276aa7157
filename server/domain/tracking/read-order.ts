import { readCurrency } from "../intake/currency";
import { readMinor } from "../intake/decimal";
import { plainText } from "../intake/plain-text";
import { readIdentifier } from "./read-identifier";
import {
  type FieldReading,
  isPlainObject,
  type PlainObject,
  readingAt,
  type TrackedOrder,
  type TrackedOrderLine,
  wrong,
} from "./tracked-event";

/** The event by which Segment's e-commerce specification reports a sale. */
export const ORDER_COMPLETED = "Order Completed";

const MAX_LINES = 1000;

/**
 * A completed order from an event's properties: `order_id`, `total` (else `revenue`, else `value`, else the sum of the
 * products less the discount), `currency` (else the company's), `discount`, `coupon`, `products`.
 */
export function readOrder(raw: unknown, companyCurrency: string): FieldReading<TrackedOrder> {
  if (!isPlainObject(raw)) return wrong("properties", "not an object");
  const ref = required("properties.order_id", raw.order_id ?? raw.orderId, "an order needs its number");
  if (!ref.ok) return ref;
  const currency = readingAt("properties.currency", readCurrency(String(raw.currency ?? companyCurrency)));
  if (!currency.ok) return currency;
  const amounts = readAmounts(raw, currency.value);
  if (!amounts.ok) return amounts;
  const offer = readingAt("properties.coupon", plainText(String(raw.coupon ?? ""), 100));
  if (!offer.ok) return offer;
  return {
    ok: true,
    value: { ref: ref.value, currency: currency.value, offerCode: offer.value || null, ...amounts.value },
  };
}

function required(field: string, raw: unknown, because: string): FieldReading<string> {
  const read = readIdentifier(raw);
  if (!read.ok) return wrong(field, read.reason);
  return read.value === null ? wrong(field, `missing: ${because}`) : { ok: true, value: read.value };
}

type Amounts = Pick<TrackedOrder, "revenueMinor" | "discountMinor" | "lines">;

function readAmounts(raw: PlainObject, currency: string): FieldReading<Amounts> {
  const lines = readLines(raw.products, currency);
  if (!lines.ok) return lines;
  const discount = readAmount("properties.discount", raw.discount ?? 0, currency);
  if (!discount.ok) return discount;
  const revenue = readRevenue(raw, lines.value, discount.value, currency);
  if (!revenue.ok) return revenue;
  return {
    ok: true,
    value: { revenueMinor: revenue.value, discountMinor: discount.value, lines: lines.value },
  };
}

function readRevenue(
  raw: PlainObject,
  lines: readonly TrackedOrderLine[],
  discountMinor: number,
  currency: string,
): FieldReading<number> {
  for (const name of ["total", "revenue", "value"]) {
    const value = raw[name];
    if (value !== undefined && value !== null) return readAmount(`properties.${name}`, value, currency);
  }
  if (lines.length === 0)
    return wrong("properties.total", "missing: an order needs its total or its products");
  return { ok: true, value: lines.reduce((sum, line) => sum + line.totalMinor, 0) - discountMinor };
}

function readAmount(field: string, raw: unknown, currency: string): FieldReading<number> {
  if (typeof raw !== "number" && typeof raw !== "string") return wrong(field, "not a number");
  // more decimals than any currency has; without them 1e-7 would be no decimal number
  return readingAt(field, readMinor(typeof raw === "number" ? raw.toFixed(6) : raw, currency));
}

function readLines(raw: unknown, currency: string): FieldReading<TrackedOrderLine[]> {
  if (raw === undefined || raw === null) return { ok: true, value: [] };
  if (!Array.isArray(raw)) return wrong("properties.products", "not a list");
  if (raw.length > MAX_LINES) return wrong("properties.products", `more than ${MAX_LINES} products`);
  const lines: TrackedOrderLine[] = [];
  const seen = new Map<string, number>();
  for (const [i, product] of raw.entries()) {
    const read = readLine(`properties.products.${i}`, product, currency);
    if (!read.ok) return read;
    const same = JSON.stringify([read.value.sku, read.value.priceMinor, read.value.quantity]);
    const occurrence = seen.get(same) ?? 0;
    seen.set(same, occurrence + 1);
    lines.push({ ...read.value, occurrence });
  }
  return { ok: true, value: lines };
}

function readLine(field: string, raw: unknown, currency: string): FieldReading<TrackedOrderLine> {
  if (!isPlainObject(raw)) return wrong(field, "not an object");
  const sku = required(`${field}.sku`, raw.sku ?? raw.product_id ?? raw.productId, "give sku or product_id");
  if (!sku.ok) return sku;
  const quantity = Number(raw.quantity ?? 1);
  if (!Number.isInteger(quantity) || Math.abs(quantity) > 1_000_000)
    return wrong(`${field}.quantity`, "not a whole number up to a million");
  const price = readAmount(`${field}.price`, raw.price ?? 0, currency);
  if (!price.ok) return price;
  const totalMinor = price.value * quantity;
  if (!Number.isSafeInteger(totalMinor)) return wrong(`${field}.price`, "an amount beyond any order");
  return {
    ok: true,
    value: { sku: sku.value, priceMinor: price.value, quantity, occurrence: 0, totalMinor },
  };
}
