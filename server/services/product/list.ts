import { z } from "zod";
import {
  PRODUCT_SORTS,
  listProducts as pageOfProducts,
  productCategories,
} from "@/server/store/products-list.sql";
import { view } from "../verb";

const input = z
  .object({
    /** part of a name, or the beginning of a number */
    search: z.string().trim().max(100).default(""),
    category: z.string().max(200).nullable().default(null),
    active: z.boolean().nullable().default(null),
    sort: z.enum(PRODUCT_SORTS).default("name"),
    descending: z.boolean().default(false),
    page: z.number().int().min(1).max(10_000).default(1),
    pageSize: z.number().int().min(1).max(100).default(25),
  })
  .prefault({});

/** A page of the catalogue, with the categories that occur. Amounts are minor units of each product's currency. */
export const listProducts = view(
  { needs: "campaign.read", input },
  async ({ ctx, input: { page, pageSize, ...rest } }) => {
    const { sql } = ctx.platform.database;
    const [products, categories] = await Promise.all([
      pageOfProducts(sql, { ...rest, limit: pageSize, offset: (page - 1) * pageSize }),
      productCategories(sql),
    ]);
    return { ...products, categories };
  },
);
