import { keyOf } from "./customers.sql";

/** A customer that rows of a batch are about: one that exists, or one to be made. */
export type Target = { customerId: number | null; isNew: boolean; hasUser: boolean };

type Hashes = { user: Buffer | null; email: Buffer | null };
type Result = { target: Target | null; conflict: "email" | null };

/**
 * Whom each row is about. A user number leads; an address alone leads where it is known or no number is given.
 *
 * An address that belongs to a customer without a user number gives that customer the row's number; one that belongs
 * to a customer with another number is a conflict, and so is a row that names nobody (`target` null, no conflict).
 */
export function chooseTargets(
  rows: readonly Hashes[],
  known: ReadonlyMap<string, number>,
  withUser: ReadonlySet<number>,
): { targets: Target[]; results: Result[] } {
  const batch = new Batch(known, withUser);
  const results = rows.map(({ user, email }) =>
    batch.choose(user && keyOf("user", user), email && keyOf("email", email)),
  );
  return { targets: batch.targets, results };
}

class Batch {
  readonly targets: Target[] = [];
  readonly #byCustomer = new Map<number, Target>();
  readonly #byKey = new Map<string, Target>();

  constructor(
    readonly known: ReadonlyMap<string, number>,
    readonly withUser: ReadonlySet<number>,
  ) {}

  choose(userKey: string | null, emailKey: string | null): Result {
    if (userKey === null && emailKey === null) return { target: null, conflict: null };
    const byUser = this.#find(userKey);
    const byEmail = this.#find(emailKey);
    if (byEmail !== null && belongsToAnother(byEmail, byUser, userKey))
      return { target: null, conflict: "email" };
    const target = byUser ?? byEmail ?? this.#add(null, false);
    if (userKey !== null) target.hasUser = true;
    for (const key of [userKey, emailKey]) if (key !== null) this.#byKey.set(key, target);
    return { target, conflict: null };
  }

  #find(key: string | null): Target | null {
    if (key === null) return null;
    const here = this.#byKey.get(key);
    if (here !== undefined) return here;
    const id = this.known.get(key);
    return id === undefined ? null : (this.#byCustomer.get(id) ?? this.#add(id, this.withUser.has(id)));
  }

  #add(customerId: number | null, hasUser: boolean): Target {
    const target = { customerId, isNew: customerId === null, hasUser };
    this.targets.push(target);
    if (customerId !== null) this.#byCustomer.set(customerId, target);
    return target;
  }
}

function belongsToAnother(byEmail: Target, byUser: Target | null, userKey: string | null): boolean {
  if (byUser !== null) return byEmail !== byUser;
  return userKey !== null && byEmail.hasUser;
}
