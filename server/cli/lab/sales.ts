import type { Purchases } from "@/server/domain/scoring/purchase-histories";
import { BadInput } from "./bad-input";
import type { Flags } from "./flags";
import { DATE_OPTIONS, dayOf, readInstants } from "./instants";
import { type Numbered, numbered } from "./numbered";
import { numberIn, readNumbers } from "./numbers";
import { foundColumn, neededColumn, type Table } from "./table";

/** Orders or invoice lines of a file, without those that are no sale to a known customer. */
export type Sales = Purchases & {
  names: readonly string[];
  /** number of the order of each row; null where the file names no orders */
  orders: Numbered | null;
  /** number of the item of each row; null where nothing was asked of items, or the file names none */
  items: Numbered | null;
  rows: number;
  /** the row of the file that each one is, from 0 */
  rowAt: Int32Array;
  /** why rows were left out, and how many */
  leftOut: LeftOut;
};

type LeftOut = {
  noCustomer: number;
  cancelled: number;
  quantityNotAboveZero: number;
  priceNotAboveZero: number;
  amountBelowZero: number;
};

/** The options of every command that reads sales: names of columns, where they are not the usual ones. */
export const SALES_OPTIONS = {
  ...DATE_OPTIONS,
  customer: { type: "string" },
  date: { type: "string" },
  amount: { type: "string" },
  quantity: { type: "string" },
  price: { type: "string" },
  order: { type: "string" },
  item: { type: "string" },
} as const;

const CUSTOMER = [
  "customer",
  "customer_id",
  "customer_no",
  "client",
  "client_id",
  "user",
  "user_id",
  "buyer",
  "member_id",
  "id",
];
const DATE = [
  "date",
  "order_date",
  "invoice_date",
  "purchase_date",
  "transaction_date",
  "ordered_at",
  "created_at",
  "datetime",
  "timestamp",
  "day",
  "time",
];
const AMOUNT = [
  "amount",
  "total",
  "revenue",
  "value",
  "sales",
  "order_value",
  "order_total",
  "total_amount",
  "total_price",
  "spend",
];
const QUANTITY = ["quantity", "qty", "units"];
const PRICE = ["unit_price", "price"];
const ORDER = [
  "order",
  "order_id",
  "order_no",
  "order_number",
  "invoice",
  "invoice_no",
  "invoice_id",
  "transaction_id",
  "basket_id",
];
const ITEM = ["item", "item_id", "stock_code", "sku", "product", "product_id", "article", "article_id"];

type Columns = Record<"amount" | "quantity" | "price" | "order" | "item", readonly string[] | null>;

/**
 * Reads orders (customer, date, amount) or invoice lines (customer, date, quantity, unit price); where there is an amount
 * it counts, else quantity times price.
 *
 * Left out and counted, each row for the first reason that holds: no customer; a cancellation; a quantity or a price that is
 * not above zero; an amount below zero. An invoice is a cancellation where it is called C and a number, and others of the
 * file are plain numbers (the way of UCI Online Retail). Without `of: "money"` amounts are not needed.
 */
export function readSales(table: Table, flags: Flags, of: "money" | "items"): Sales {
  const customer = neededColumn(table, "customer", flags.text("customer"), CUSTOMER);
  const date = neededColumn(table, "date", flags.text("date"), DATE);
  const found = (flag: string, usual: readonly string[]) => foundColumn(table, flag, flags.text(flag), usual);
  const columns: Columns = {
    amount: found("amount", AMOUNT),
    quantity: found("quantity", QUANTITY),
    price: found("price", PRICE),
    order: found("order", ORDER),
    item: of === "items" ? neededColumn(table, "item", flags.text("item"), ITEM) : null,
  };
  if (of === "money" && columns.amount === null && (columns.quantity === null || columns.price === null))
    throw new BadInput(
      "--amount",
      `name the column of amounts, or --quantity and --price; there are ${table.header.join(", ")}`,
    );
  const { rows, leftOut } = withoutOthers(table.rows, customer, columns);
  if (rows.length === 0)
    throw new BadInput(table.file, `holds no sale to a known customer; left out: ${words(leftOut)}`);
  const { names, at } = numbered(customer, rows);
  const instants = readInstants(date, "--date", flags, rows);
  return {
    names,
    customers: names.length,
    customer: at,
    day: Int32Array.from(instants, dayOf),
    amount: of === "money" ? amountsOf(columns, rows) : new Float64Array(rows.length),
    orders: columns.order === null ? null : numbered(columns.order, rows),
    items: columns.item === null ? null : numbered(columns.item, rows),
    rows: rows.length,
    rowAt: rows,
    leftOut,
  };
}

function withoutOthers(count: number, customer: readonly string[], columns: Columns) {
  const leftOut: LeftOut = {
    noCustomer: 0,
    cancelled: 0,
    quantityNotAboveZero: 0,
    priceNotAboveZero: 0,
    amountBelowZero: 0,
  };
  const reasonOf = reasons(customer, columns);
  const kept: number[] = [];
  for (let row = 0; row < count; row++) {
    const reason = reasonOf(row);
    if (reason === null) kept.push(row);
    else leftOut[reason]++;
  }
  return { rows: Int32Array.from(kept), leftOut };
}

type Check = readonly [keyof LeftOut, holds: (row: number) => boolean];

/** Why a row is no sale to a known customer; null: it is one. */
function reasons(customer: readonly string[], columns: Columns): (row: number) => keyof LeftOut | null {
  const { order, quantity, price, amount } = columns;
  const checks: Check[] = [["noCustomer", (row) => (customer[row] ?? "").trim() === ""]];
  if (order?.some((name) => /^\d+$/.test(name.trim())))
    checks.push(["cancelled", (row) => /^c\d+$/i.test((order[row] ?? "").trim())]);
  if (quantity !== null)
    checks.push(["quantityNotAboveZero", (row) => numberIn(quantity, "--quantity", row) <= 0]);
  if (price !== null) checks.push(["priceNotAboveZero", (row) => numberIn(price, "--price", row) <= 0]);
  if (amount !== null) checks.push(["amountBelowZero", (row) => numberIn(amount, "--amount", row) < 0]);
  return (row) => checks.find(([, holds]) => holds(row))?.[0] ?? null;
}

function amountsOf({ amount, quantity, price }: Columns, rows: Int32Array): Float64Array {
  if (amount !== null) return readNumbers(amount, "--amount", rows);
  const quantities = readNumbers(quantity ?? [], "--quantity", rows);
  const prices = readNumbers(price ?? [], "--price", rows);
  return quantities.map((count, i) => count * (prices[i] ?? 0));
}

const words = (leftOut: LeftOut): string =>
  Object.entries(leftOut)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(", ");
