import { type Context, may } from "@/server/context";
import { readPeople } from "@/server/store/people";

/**
 * Adds each customer's name, opened from the vault; null where none is known, the person was erased, or whoever asks may
 * not read customers.
 */
export async function withNames<Row extends { customerId: number }>(
  { actor, platform: { database, vault } }: Context,
  rows: readonly Row[],
): Promise<(Row & { customer: string | null })[]> {
  const ids = may(actor, "customer.read") ? [...new Set(rows.map(({ customerId }) => customerId))] : [];
  const people = await readPeople(database.sql, vault, ids);
  return rows.map((row) => {
    const person = people.get(row.customerId);
    const name = [person?.firstName, person?.lastName].filter(Boolean).join(" ");
    return { ...row, customer: name === "" ? null : name };
  });
}
