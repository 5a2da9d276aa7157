import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { readCustomer } from "@/server/store/customers-read.sql";
import type { Sql } from "@/server/store/database";
import { view } from "../verb";

/** The number that a customer goes by now, by one look-up: whether there is such a one, before the rest is read. */
export const customerHead = view(
  { needs: "customer.read", input: z.object({ id: rowId }) },
  async ({ ctx, input }) => ({ id: (await knownCustomer(ctx.platform.database.sql, input.id)).id }),
);

/** A customer, or the one that it turned out to be. */
export async function knownCustomer(sql: Sql, id: number) {
  const record = await readCustomer(sql, id);
  if (record === null) throw new Refusal("NOT_FOUND", `id: there is no customer ${id}`);
  return record;
}
