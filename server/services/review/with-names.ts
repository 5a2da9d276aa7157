import type { Platform } from "@/server/platform";
import { readPeople } from "@/server/store/people";

/** Adds each customer's name, opened from the vault; null where none is known or the person was erased. */
export async function withNames<Row extends { customerId: number }>(
  { database, vault }: Platform,
  rows: readonly Row[],
): Promise<(Row & { customer: string | null })[]> {
  const people = await readPeople(database.sql, vault, [
    ...new Set(rows.map(({ customerId }) => customerId)),
  ]);
  return rows.map((row) => {
    const person = people.get(row.customerId);
    const name = [person?.firstName, person?.lastName].filter(Boolean).join(" ");
    return { ...row, customer: name === "" ? null : name };
  });
}
