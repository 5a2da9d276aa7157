import { readCurrency } from "@/server/domain/intake/currency";
import { readWhole } from "@/server/domain/intake/decimal";
import { readHttpsUrl } from "@/server/domain/intake/https-url";
import { readYesNo } from "@/server/domain/intake/yes-no";
import { type ProductDraft, upsertProducts } from "@/server/store/products.sql";
import { RowReader } from "./cell-readers";
import { type Cells, importKind, type Reader, type ReadRow } from "./contract";

const FIELDS = [
  {
    name: "sku",
    title: "Product number",
    aliases: ["stockCode", "productId", "id", "itemNo", "article", "artikelnummer", "variantSku", "handle"],
    required: true,
  },
  {
    name: "name",
    title: "Name",
    aliases: ["title", "productName", "description", "itemName"],
    required: true,
  },
  { name: "category", title: "Category", aliases: ["productType", "type", "department", "group"] },
  { name: "price", title: "Price", aliases: ["unitPrice", "salePrice", "retailPrice", "variantPrice"] },
  { name: "cost", title: "Cost", aliases: ["unitCost", "costPrice", "costPerItem", "cogs"] },
  { name: "stock", title: "In stock", aliases: ["quantity", "inventory", "qty", "available", "onHand"] },
  { name: "url", title: "Page in the shop", aliases: ["link", "productUrl", "href"] },
  { name: "currency", title: "Currency", aliases: ["currencyCode"] },
  { name: "active", title: "On sale", aliases: ["published", "enabled", "status"] },
] as const;

function read(cells: Cells, reader: Reader): ReadRow<ProductDraft> {
  const row = new RowReader(cells, reader);
  const currency = row.read("currency", readCurrency) ?? reader.currency;
  const minor = row.minor(currency);
  const sku = row.need("sku", "no product number", row.id);
  const name = row.need("name", "no name", row.text);
  const rest = {
    category: row.read("category", row.text),
    priceMinor: row.read("price", minor),
    costMinor: row.read("cost", minor),
    stock: row.read("stock", (text) => readWhole(text, reader.decimalMark)),
    url: row.read("url", readHttpsUrl),
    active: row.read("active", readYesNo),
  };
  if ((rest.priceMinor ?? 0) < 0) row.fault("price", "below nothing");
  if ((rest.costMinor ?? 0) < 0) row.fault("cost", "below nothing");
  if (row.faults.length > 0 || sku === null || name === null) return { faults: row.faults };
  // what a warehouse owes is not there
  const stock = rest.stock === null ? null : Math.max(0, rest.stock);
  return { row: { sku, name, currency, ...rest, stock } };
}

/** The catalogue. A cell that is empty leaves what is known. */
export const products = importKind<ProductDraft>({
  title: "Products",
  holds: "One product a row: number, name, category, price, cost, stock.",
  fields: FIELDS,
  read,
  async write({ bulk, now }, rows) {
    const changed = await upsertProducts(
      bulk.sql,
      now,
      rows.map(({ row }) => row),
    );
    return { faults: [], counts: { productsChanged: changed } };
  },
});
