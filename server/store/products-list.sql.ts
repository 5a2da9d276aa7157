import type { Sql } from "./database";

export type ProductRow = {
  id: number;
  sku: string;
  name: string;
  category: string | null;
  priceMinor: number | null;
  costMinor: number | null;
  currency: string;
  /** null: not tracked */
  stock: number | null;
  url: string | null;
  active: boolean;
  updatedAt: Date;
};

const SORTS = {
  name: "lower(name)",
  sku: "sku",
  category: "lower(category)",
  price: "price_minor",
  stock: "stock",
  updated: "updated_at",
} as const;
export const PRODUCT_SORTS = Object.keys(SORTS) as (keyof typeof SORTS)[]; // the keys are those of SORTS

/** A page of the catalogue. `total` counts all that match. */
export async function listProducts(
  sql: Sql,
  page: {
    search: string;
    category: string | null;
    active: boolean | null;
    sort: keyof typeof SORTS;
    descending: boolean;
    limit: number;
    offset: number;
  },
): Promise<{ rows: ProductRow[]; total: number }> {
  const filter = `($1 = '' OR name ILIKE '%' || $1 || '%' OR sku ILIKE $1 || '%')
    AND ($2::text IS NULL OR category = $2) AND ($3::boolean IS NULL OR active = $3)`;
  const params = [page.search.replaceAll(/[\\%_]/g, "\\$&"), page.category, page.active];
  const [count] = await sql.rows<{ total: number }>(
    `SELECT count(*)::int AS total FROM products WHERE ${filter}`,
    params,
  );
  const rows = await sql.rows<ProductRow>(
    `SELECT id, sku, name, category, price_minor AS "priceMinor", cost_minor AS "costMinor", currency, stock, url, active,
       updated_at AS "updatedAt"
     FROM products WHERE ${filter}
     ORDER BY ${SORTS[page.sort]} ${page.descending ? "DESC" : "ASC"} NULLS LAST, id LIMIT $4 OFFSET $5`,
    [...params, page.limit, page.offset],
  );
  return { rows, total: count?.total ?? 0 };
}

/** The categories that occur. */
export async function productCategories(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ category: string }>(
    "SELECT DISTINCT category FROM products WHERE category IS NOT NULL ORDER BY category LIMIT 500",
  );
  return rows.map(({ category }) => category);
}
