import type { Upserted } from "@/server/store/people-write";
import type { Placed, Written } from "./contract";

const CONFLICTS = {
  email: { field: "email", reason: "the address belongs to another customer" },
  user: { field: "customer", reason: "the number belongs to another customer" },
} as const;

/** What came of rows that became people: conflicts as faults, the others as counts. */
export function countedPeople(rows: readonly Placed<unknown>[], upserted: readonly Upserted[]): Written {
  const faults = upserted.flatMap(({ conflict }, i) =>
    conflict === null ? [] : [{ line: rows[i]?.line ?? 0, ...CONFLICTS[conflict] }],
  );
  const made = new Set(upserted.filter(({ created }) => created).map(({ customerId }) => customerId));
  return { faults, counts: { customersMade: made.size } };
}
