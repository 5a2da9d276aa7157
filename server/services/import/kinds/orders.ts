import { readCurrency } from "@/server/domain/intake/currency";
import { type Decimal, readDecimal, readWhole, timesInMinor } from "@/server/domain/intake/decimal";
import { type OrderDraft, type OrderLineDraft, prepareOrders, writeOrders } from "@/server/store/orders.sql";
import { RowReader, WHO_FIELDS, type Who } from "./cell-readers";
import { type Cells, importKind, type Reader, type ReadRow } from "./contract";
import { customersOfRows } from "./customers-of-rows";

const FIELDS = [
  {
    name: "order",
    title: "Order number",
    aliases: [
      "orderId",
      "orderNo",
      "invoice",
      "invoiceNo",
      "invoiceNumber",
      "ref",
      "reference",
      "transactionId",
    ],
    required: true,
  },
  ...WHO_FIELDS,
  {
    name: "at",
    title: "Ordered at",
    aliases: [
      "invoiceDate",
      "orderDate",
      "date",
      "createdAt",
      "orderedAt",
      "timestamp",
      "purchaseDate",
      "datum",
    ],
    required: true,
  },
  {
    name: "sku",
    title: "Product number",
    aliases: ["stockCode", "productId", "item", "itemNo", "article", "product"],
  },
  { name: "quantity", title: "Quantity", aliases: ["qty", "units", "menge", "amountOrdered"] },
  { name: "price", title: "Unit price", aliases: ["pricePerUnit", "itemPrice", "preis"] },
  { name: "description", title: "Product name", aliases: ["productName", "itemName", "title"] },
  { name: "discount", title: "Discount on the line or order", aliases: ["discountAmount", "rebate"] },
  { name: "offerCode", title: "Offer code", aliases: ["coupon", "couponCode", "voucher", "promoCode"] },
  {
    name: "total",
    title: "Order total",
    aliases: ["revenue", "orderTotal", "orderValue", "grandTotal", "amount", "sales"],
  },
  { name: "cost", title: "Cost of goods", aliases: ["cogs", "costOfGoods"] },
  { name: "currency", title: "Currency", aliases: ["currencyCode", "curr"] },
  { name: "country", title: "Country", aliases: ["countryCode", "land", "shippingCountry"] },
] as const;

type OrderRow = {
  who: Who;
  country: string | null;
  order: Omit<OrderDraft, "customerId">;
};

/** Shops mark a cancelled invoice with a C before its number. */
const CANCELLED = /^C\d/i;

function read(cells: Cells, reader: Reader): ReadRow<OrderRow> {
  const row = new RowReader(cells, reader);
  const atMs = row.need("at", "no date", row.instant);
  if (atMs !== null && !row.isChosen(atMs)) return null;
  if (CANCELLED.test(cells("order"))) return cancelled("order");
  const isLine = cells("sku") !== "" || cells("total") === "";
  const currency = row.read("currency", readCurrency) ?? reader.currency;
  const amounts = isLine ? lineOf(row, currency) : wholeOf(row, currency);
  const taken = row.faults.find(({ reason }) => reason === CANCELLATION);
  if (taken !== undefined) return cancelled(taken.field);
  const ref = row.need("order", "no order number", row.id);
  const who = row.who();
  const offerCode = row.read("offerCode", row.text);
  const country = row.read("country", row.country);
  if (row.faults.length > 0 || ref === null || who === null || atMs === null || amounts === null)
    return { faults: row.faults };
  return { row: { who, country, order: { ref, atMs, currency, offerCode, ...amounts } } };
}

const CANCELLATION = "cancellation/return";
const cancelled = (field: string) => ({ faults: [{ field, reason: CANCELLATION }] });

type Amounts = Pick<OrderDraft, "revenueMinor" | "costMinor" | "discountMinor" | "line">;

function lineOf(row: RowReader, currency: string): Amounts | null {
  const mark = row.reader.decimalMark;
  const quantity = row.need("quantity", "no quantity", (text) => readWhole(text, mark));
  if (quantity !== null && quantity <= 0) row.fault("quantity", CANCELLATION);
  const price = row.need("price", "no price", (text) => readDecimal(text, mark));
  if (price !== null && price.units <= 0n) row.fault("price", "no price");
  const sku = row.need("sku", "no product number", row.id);
  const discountMinor = row.read("discount", row.minor(currency)) ?? 0;
  if (quantity === null || quantity <= 0 || price === null || price.units <= 0n || sku === null) return null;
  const line = priced(row, { sku, quantity, price, discountMinor }, currency);
  return line && { line, revenueMinor: line.totalMinor, costMinor: null, discountMinor };
}

function priced(
  row: RowReader,
  given: { sku: string; quantity: number; price: Decimal; discountMinor: number },
  currency: string,
): OrderLineDraft | null {
  const { sku, quantity, price, discountMinor } = given;
  const total = timesInMinor(price, quantity, currency);
  const each = timesInMinor(price, 1, currency);
  if (!total.ok || !each.ok) {
    row.fault("price", "an amount beyond any order");
    return null;
  }
  if (discountMinor < 0 || discountMinor > total.value) {
    row.fault("discount", "a discount below nothing, or above the price");
    return null;
  }
  const totalMinor = total.value - discountMinor;
  return { sku, quantity, priceMinor: each.value, totalMinor, name: row.read("description", row.text) };
}

function wholeOf(row: RowReader, currency: string): Amounts | null {
  const minor = row.minor(currency);
  const revenueMinor = row.need("total", "no total", minor);
  if (revenueMinor !== null && revenueMinor < 0) row.fault("total", CANCELLATION);
  const costMinor = row.read("cost", minor);
  const discountMinor = row.read("discount", minor) ?? 0;
  if (revenueMinor === null || revenueMinor < 0) return null;
  return { line: null, revenueMinor, costMinor, discountMinor };
}

/** What was bought: one line of an order a row, or one order a row with its total. Customers are made as needed. */
export const orders = importKind<OrderRow>({
  title: "Orders",
  holds: "One line of an order a row (product, quantity, price), or one order a row with its total.",
  fields: FIELDS,
  read,
  prepare: prepareOrders,
  async write(batch, rows) {
    const { ids, faults, customersMade } = await customersOfRows(
      batch,
      rows.map(({ line, row }) => ({ line, who: row.who, country: row.country, seenMs: row.order.atMs })),
    );
    const drafts = rows.flatMap(({ line, row }, i) => {
      const customerId = ids[i];
      return customerId == null ? [] : [{ line, draft: { ...row.order, customerId } }];
    });
    const written = await writeOrders(batch.bulk, batch.now, drafts);
    return {
      faults: [...faults, ...written.faults],
      counts: { customersMade, ordersMade: written.ordersMade, linesMade: written.linesMade },
    };
  },
});
