import type { Naming } from "@/server/domain/identity/plan-owners";
import type { TrackedEvent } from "@/server/domain/tracking/tracked-event";
import type { Identifier } from "@/server/store/events-owners.sql";
import type { IdentityKind, Vault } from "@/server/store/vault";

/** Some megabytes. */
const MAX_KNOWN = 50_000;

/** The identifiers of events with their keyed hashes, of which the recent ones are remembered. */
export class Identifiers {
  readonly #vault: Vault;
  #known = new Map<string, Identifier>();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  of(kind: IdentityKind, value: string): Identifier {
    const key = `${kind}:${kind === "email" ? value.toLowerCase() : value}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= MAX_KNOWN) this.#known = new Map();
    const made = { key, kind, hash: this.#vault.identityHash(kind, value) };
    this.#known.set(key, made);
    return made;
  }
}

/** An event with all that it names its person by, the leading identifier first. */
export type NamedEvent = { event: TrackedEvent; identifiers: readonly Identifier[]; naming: Naming };

export function namedEvent(event: TrackedEvent, identifiers: Identifiers): NamedEvent {
  const { userId, anonymousId, previousId, profile } = event;
  const users = [userId, previousId].filter((id) => id !== null).map((id) => identifiers.of("user", id));
  // what a person was called before may have been a number or a device: alias does not say
  const devices = [anonymousId, previousId]
    .filter((id) => id !== null)
    .map((id) => identifiers.of("anonymous", id));
  const email = profile?.email ? identifiers.of("email", profile.email) : null;
  return {
    event,
    identifiers: [...users, ...(email === null ? [] : [email]), ...devices],
    naming: {
      users: users.map(({ key }) => key),
      email: email?.key ?? null,
      anonymous: devices.map(({ key }) => key),
      certain: previousId !== null,
    },
  };
}
