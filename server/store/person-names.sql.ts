import { namePartsAsked, namePartsOf } from "@/server/domain/name-parts";
import type { Person } from "@/server/domain/person";
import type { Sql } from "./database";
import { readPeople } from "./people";
import type { Vault } from "./vault";

/** The hashes that a person's name is found by. They lie beside the person's key, and go with it. */
type Named = { customerId: number; names: readonly string[] };

const columns = (rows: readonly Named[]) => [
  rows.map(({ customerId }) => customerId),
  rows.map(({ names }) => `{${names.join()}}`),
];

/** What a name is found by, as hashes. */
export const namesIn = (vault: Vault, person: Person): string[] =>
  namePartsOf(person).map((part) => vault.nameHash(part));

/** New people's keys, with what their names are found by. */
export async function insertKeys(
  sql: Sql,
  rows: readonly (Named & { wrapped: Uint8Array })[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql.rows(
    `INSERT INTO person_keys (customer_id, names, wrapped)
     SELECT id, names::bigint[], wrapped FROM unnest($1::int[], $2::text[], $3::bytea[]) AS q(id, names, wrapped)`,
    [...columns(rows), rows.map(({ wrapped }) => wrapped)],
  );
}

/** What known people's names are found by from now on; a row whose name stays is not written. */
export async function updateNames(sql: Sql, rows: readonly Named[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.rows(
    `UPDATE person_keys k SET names = q.names::bigint[] FROM unnest($1::int[], $2::text[]) AS q(id, names)
     WHERE k.customer_id = q.id AND k.names IS DISTINCT FROM q.names::bigint[]`,
    columns(rows),
  );
}

/** The customers in whose names each word of a search begins a word. */
export async function customersByName(sql: Sql, vault: Vault, search: string): Promise<number[]> {
  const asked = namePartsAsked(search).map((part) => vault.nameHash(part));
  if (asked.length === 0) return [];
  const rows = await sql.rows<{ id: number }>(
    "SELECT customer_id AS id FROM person_keys WHERE names @> $1::bigint[]",
    [asked],
  );
  return rows.map(({ id }) => id);
}

/** Indexes people who were written before names were; answers how many. Whoever is being written is left to the writer. */
export async function indexNames(sql: Sql, vault: Vault, limit: number): Promise<number> {
  const rows = await sql.rows<{ id: number }>(
    "SELECT customer_id AS id FROM person_keys WHERE names IS NULL ORDER BY customer_id LIMIT $1 FOR UPDATE SKIP LOCKED",
    [limit],
  );
  const ids = rows.map(({ id }) => id);
  const people = await readPeople(sql, vault, ids);
  await updateNames(
    sql,
    ids.map((customerId) => ({ customerId, names: namesIn(vault, people.get(customerId) ?? {}) })),
  );
  return ids.length;
}
