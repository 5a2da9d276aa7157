import { customerIdsOf } from "@/server/store/customers.sql";
import { fillPlaces } from "@/server/store/customers-places.sql";
import { upsertPeople } from "@/server/store/people-write";
import type { Who } from "./cell-readers";
import type { Batch, PlacedFault } from "./contract";

type Asked = { line: number; who: Who; country: string | null; seenMs: number };

/** The customers that rows name, by row. Unknown ones are null. */
export async function customersNamed(batch: Batch, whos: readonly Who[]): Promise<(number | null)[]> {
  const users = whos.flatMap((who) => ("userId" in who ? [who.userId] : []));
  const emails = whos.flatMap((who) => ("email" in who ? [who.email] : []));
  const byUser = await customerIdsOf(batch.bulk.sql, batch.vault, "user", users);
  const byEmail = await customerIdsOf(batch.bulk.sql, batch.vault, "email", emails);
  return whos.map((who) => ("userId" in who ? byUser.get(who.userId) : byEmail.get(who.email)) ?? null);
}

/** The customers that rows name, made where they are not known yet, with the country of the row where none is known. */
export async function customersOfRows(
  batch: Batch,
  rows: readonly Asked[],
): Promise<{ ids: (number | null)[]; faults: PlacedFault[]; customersMade: number }> {
  const ids = await customersNamed(
    batch,
    rows.map(({ who }) => who),
  );
  const unknown = [...rows.keys()].filter((i) => ids[i] === null);
  const upserted = await upsertPeople(
    batch.bulk,
    batch.vault,
    batch.now,
    unknown.flatMap((i) => {
      const row = rows[i];
      return row === undefined ? [] : [{ person: { ...row.who }, seenMs: row.seenMs, atMs: batch.atMs }];
    }),
  );
  const faults: PlacedFault[] = [];
  for (const [n, i] of unknown.entries()) {
    ids[i] = upserted[n]?.customerId ?? null;
    if (ids[i] === null) faults.push({ line: rows[i]?.line ?? 0, field: "customer", reason: "no customer" });
  }
  await fillPlaces(
    batch.bulk.sql,
    rows.flatMap(({ country, seenMs }, i) => {
      const customerId = ids[i];
      return customerId == null ? [] : [{ customerId, country, seenMs }];
    }),
  );
  const made = new Set(upserted.filter(({ created }) => created).map(({ customerId }) => customerId));
  return { ids, faults, customersMade: made.size };
}
