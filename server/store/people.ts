import type { Person } from "@/server/domain/person";
import type { Sql } from "./database";
import type { Vault } from "./vault";

type SealedRow = { customer_id: number; sealed: Uint8Array; wrapped: Uint8Array };

/** Opens the personal data of many customers in one query. An erased or unknown customer is absent from the map. */
export async function readPeople(
  sql: Sql,
  vault: Vault,
  ids: readonly number[],
): Promise<Map<number, Person>> {
  const rows = await sql.rows<SealedRow>(
    `SELECT p.customer_id, p.sealed, k.wrapped FROM people p JOIN person_keys k USING (customer_id)
     WHERE p.customer_id = ANY($1::int[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.customer_id, personIn(vault.open(row.wrapped, row.sealed))]));
}

/** What is sealed says of each field since when it is known, too: that is for writing, not for reading. */
function personIn(sealed: unknown): Person {
  const { asOf: _, ...person } = sealed as Person & { asOf?: unknown }; // the writer of profiles made it
  return person;
}
