import {
  EMPTY_PROFILE,
  type Profile,
  type ProfilePatch,
  patched,
  type Ties,
} from "@/server/domain/intake/profile";
import type { Person } from "@/server/domain/person";
import { customersByHash } from "./customers.sql";
import type { Bulk } from "./database";
import {
  adoptSuppressions,
  claimIdentities,
  dropIdentities,
  type IdentityRow,
  newCustomerIds,
} from "./people-write-identities.sql";
import {
  lockProfiles,
  type ProfileToWrite,
  type StoredProfile,
  writeProfiles,
} from "./people-write-profiles.sql";
import { chooseTargets, type Target } from "./people-write-targets";
import type { IdentityKind, Vault } from "./vault";

/** What a source says of one person, normalised. A person is found by `userId`, else by `email`. */
export type PersonRow = {
  person: Person;
  country?: string | null;
  /** IANA, as the source gave it */
  timeZone?: string | null;
  language?: string | null;
  vip?: boolean;
  /** as of when the row speaks, epoch milliseconds; a newer word stands. Default: now */
  atMs?: number;
  /** when the customer was first seen, epoch milliseconds. Default: now */
  seenMs?: number;
};

/** Where a row went. Null: nowhere, as it names nobody, or (`conflict`) as its address belongs to another customer. */
export type Upserted = { customerId: number | null; created: boolean; conflict: "email" | null };

/**
 * Makes and updates people in bulk; the answers are aligned with the rows. Several rows of one person are applied in
 * their order. Of two words of the same instant the later row stands, or with ties "greater" the greater value, so that
 * events end in one state in whatever order they come.
 *
 * May throw IdentityRace: run it in `bulkRetrying`.
 */
export async function upsertPeople(
  bulk: Bulk,
  vault: Vault,
  now: Date,
  rows: readonly PersonRow[],
  ties: Ties = "last",
): Promise<Upserted[]> {
  const hashed = rows.map(({ person }) => ({
    user: person.userId === undefined ? null : vault.identityHash("user", person.userId),
    email: person.email === undefined ? null : vault.identityHash("email", person.email),
  }));
  const known = await customersByHash(bulk.sql, hashed.flatMap(identitiesOf));
  const withUser = await customersWithUser(bulk, [...new Set(known.values())]);
  const { targets, results } = chooseTargets(hashed, known, withUser);
  const ids = await newCustomerIds(bulk.sql, targets.filter(({ customerId }) => customerId === null).length);
  for (const target of targets) if (target.customerId === null) target.customerId = ids.shift() ?? null;
  await applyPatches(
    bulk,
    vault,
    now,
    results.flatMap((result, i) => {
      const row = rows[i];
      if (result.target?.customerId == null || row === undefined) return [];
      const patch = patchOf(row, now);
      return [{ customerId: result.target.customerId, patch, seenMs: row.seenMs ?? now.getTime() }];
    }),
    ties,
  );
  return results.map(({ target, conflict }) => upsertedOf(target, conflict));
}

function upsertedOf(target: Target | null, conflict: Upserted["conflict"]): Upserted {
  return { customerId: target?.customerId ?? null, created: target?.isNew ?? false, conflict };
}

const identitiesOf = ({ user, email }: { user: Buffer | null; email: Buffer | null }) => [
  ...(user === null ? [] : [{ kind: "user" as const, hash: user }]),
  ...(email === null ? [] : [{ kind: "email" as const, hash: email }]),
];

async function customersWithUser({ sql }: Bulk, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await sql.rows<{ customer_id: number }>(
    "SELECT DISTINCT customer_id FROM identities WHERE customer_id = ANY($1::int[]) AND kind = 'user'",
    [ids],
  );
  return new Set(rows.map((row) => row.customer_id));
}

const patchOf = (row: PersonRow, now: Date): ProfilePatch => ({
  atMs: row.atMs ?? now.getTime(),
  values: {
    ...row.person,
    ...(row.country === undefined ? {} : { country: row.country }),
    ...(row.timeZone === undefined ? {} : { timeZone: row.timeZone }),
    ...(row.language === undefined ? {} : { language: row.language }),
    ...(row.vip === undefined ? {} : { vip: row.vip }),
  },
});

export type CustomerPatch = { customerId: number; patch: ProfilePatch; seenMs: number };

/** Applies patches to customers whose numbers are known, in their order, and keeps their identifiers up to date. */
export async function applyPatches(
  bulk: Bulk,
  vault: Vault,
  now: Date,
  patches: readonly CustomerPatch[],
  ties: Ties,
): Promise<void> {
  const stored = await lockProfiles(bulk, vault, [...new Set(patches.map((one) => one.customerId))]);
  const next = new Map<number, ProfileToWrite>();
  for (const { customerId, patch, seenMs } of patches) {
    const before = next.get(customerId) ?? startOf(customerId, stored.get(customerId), seenMs);
    const profile = patched(before.profile, keepingNumber(patch, before.profile), ties);
    next.set(customerId, { ...before, profile, seenMs: Math.min(before.seenMs, seenMs) });
  }
  const changed = [...next.values()].filter((one) => isChanged(one, stored.get(one.customerId)));
  await moveIdentities(bulk, vault, changed, stored);
  await writeProfiles(bulk, vault, now, changed);
}

/** A customer keeps the number they have: another one reached them by a merge. */
function keepingNumber({ atMs, values }: ProfilePatch, { values: known }: Profile): ProfilePatch {
  if (known.userId === undefined) return { atMs, values };
  const { userId: _, ...others } = values;
  return { atMs, values: others };
}

const startOf = (customerId: number, stored: StoredProfile | undefined, seenMs: number): ProfileToWrite => ({
  customerId,
  profile: stored?.profile ?? EMPTY_PROFILE,
  wrapped: stored?.wrapped ?? null,
  seenMs: stored?.createdMs ?? seenMs,
});

const isChanged = (after: ProfileToWrite, before: StoredProfile | undefined): boolean =>
  before === undefined || after.profile !== before.profile || after.seenMs < before.createdMs;

const SEARCHED = [
  { kind: "user", field: "userId" },
  { kind: "email", field: "email" },
  { kind: "phone", field: "phone" },
] as const satisfies readonly { kind: IdentityKind; field: keyof Person }[];

/** People are found by what they are called now: new identifiers are claimed, those that were replaced are freed. */
async function moveIdentities(
  { sql }: Bulk,
  vault: Vault,
  changed: readonly ProfileToWrite[],
  stored: ReadonlyMap<number, StoredProfile>,
): Promise<void> {
  const moves = changed.map(({ customerId, profile }) => {
    const old = identifiersOf(vault, customerId, stored.get(customerId)?.profile ?? EMPTY_PROFILE);
    const now = identifiersOf(vault, customerId, profile);
    return { freed: without(old, now), claimed: without(now, old) };
  });
  const claimed = moves.flatMap((move) => move.claimed);
  await dropIdentities(
    sql,
    moves.flatMap((move) => move.freed),
  );
  await claimIdentities(sql, claimed);
  await adoptSuppressions(sql, claimed);
}

function identifiersOf(vault: Vault, customerId: number, { values }: Profile): IdentityRow[] {
  return SEARCHED.flatMap(({ kind, field }) => {
    const value = values[field];
    return value === undefined ? [] : [{ kind, hash: vault.identityHash(kind, value), customerId }];
  });
}

const without = (rows: readonly IdentityRow[], others: readonly IdentityRow[]): IdentityRow[] =>
  rows.filter(({ kind, hash }) => !others.some((one) => one.kind === kind && one.hash.equals(hash)));
