import type { Upserted } from "@/server/store/people-write";
import type { Placed, Written } from "./contract";

const CONFLICT = { field: "email", reason: "the address belongs to another customer" };

/** What came of rows that became people: conflicts as faults, the others as counts. */
export function countedPeople(rows: readonly Placed<unknown>[], upserted: readonly Upserted[]): Written {
  const faults = upserted.flatMap(({ conflict }, i) =>
    conflict === null ? [] : [{ line: rows[i]?.line ?? 0, ...CONFLICT }],
  );
  const made = new Set(upserted.filter(({ created }) => created).map(({ customerId }) => customerId));
  return { faults, counts: { customersMade: made.size } };
}
