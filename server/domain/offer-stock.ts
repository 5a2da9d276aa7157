import type { Offer } from "./settings/configuration";

/** sku → pieces in stock, null where stock is not tracked; a product that is unknown or no longer sold is absent. */
export type Stock = ReadonlyMap<string, number | null>;

/** Whether there is something to buy with an offer: one of the products that it names is in stock, or it names none. */
export const isInStock = ({ products }: Pick<Offer, "products">, stock: Stock): boolean =>
  products.length === 0 ||
  products.some((sku) => {
    const pieces = stock.get(sku);
    return pieces !== undefined && (pieces === null || pieces > 0);
  });

/** How many of an offer may still be given after `given`: none where its products are sold out; null: no limit. */
export function offersLeft(
  offer: Pick<Offer, "products" | "stock">,
  given: number,
  stock: Stock,
): number | null {
  if (!isInStock(offer, stock)) return 0;
  return offer.stock === null ? null : offer.stock - given;
}
