import type { Sql } from "./database";

/** A product as a source gives it; null says nothing and leaves what is known. */
export type ProductDraft = {
  sku: string;
  name: string;
  category: string | null;
  priceMinor: number | null;
  costMinor: number | null;
  currency: string;
  stock: number | null;
  url: string | null;
  active: boolean | null;
};

/** Makes and updates products by their number; of two rows of one product the later stands. Answers how many changed. */
export async function upsertProducts(sql: Sql, now: Date, drafts: readonly ProductDraft[]): Promise<number> {
  const rows = [...new Map(drafts.map((draft) => [draft.sku, draft])).values()];
  if (rows.length === 0) return 0;
  const changed = await sql.rows(
    `INSERT INTO products (sku, name, category, price_minor, cost_minor, currency, stock, url, active, updated_at)
     SELECT sku, name, category, price, cost, currency, stock, url, coalesce(active, true), $10
     FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::int[], $8::text[],
       $9::boolean[]) AS q(sku, name, category, price, cost, currency, stock, url, active) ORDER BY sku
     ON CONFLICT (sku) DO UPDATE SET name = excluded.name, currency = excluded.currency,
       category = coalesce(excluded.category, products.category),
       price_minor = coalesce(excluded.price_minor, products.price_minor),
       cost_minor = coalesce(excluded.cost_minor, products.cost_minor),
       stock = coalesce(excluded.stock, products.stock), url = coalesce(excluded.url, products.url),
       active = excluded.active, updated_at = excluded.updated_at
     WHERE (products.name, products.currency, products.active, products.category, products.price_minor,
         products.cost_minor, products.stock, products.url)
       IS DISTINCT FROM (excluded.name, excluded.currency, excluded.active,
         coalesce(excluded.category, products.category), coalesce(excluded.price_minor, products.price_minor),
         coalesce(excluded.cost_minor, products.cost_minor), coalesce(excluded.stock, products.stock),
         coalesce(excluded.url, products.url))
     RETURNING 1 AS n`,
    [
      rows.map(({ sku }) => sku),
      rows.map(({ name }) => name),
      rows.map(({ category }) => category),
      rows.map(({ priceMinor }) => priceMinor),
      rows.map(({ costMinor }) => costMinor),
      rows.map(({ currency }) => currency),
      rows.map(({ stock }) => stock),
      rows.map(({ url }) => url),
      rows.map(({ active }) => active),
      now,
    ],
  );
  return changed.length;
}

/** What of these products is in stock, null where that is not tracked. Unknown and withdrawn products are left out. */
export async function loadStock(sql: Sql, skus: readonly string[]): Promise<Map<string, number | null>> {
  if (skus.length === 0) return new Map();
  const rows = await sql.rows<{ sku: string; stock: number | null }>(
    "SELECT sku, stock FROM products WHERE active AND sku = ANY($1::text[])",
    [skus],
  );
  return new Map(rows.map(({ sku, stock }) => [sku, stock]));
}
