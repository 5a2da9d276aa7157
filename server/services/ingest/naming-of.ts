import type { Naming } from "@/server/domain/identity/plan-owners";
import type { TrackedEvent } from "@/server/domain/tracking/tracked-event";
import type { Identifier } from "@/server/store/events-owners.sql";
import type { IdentityKind, Vault } from "@/server/store/vault";

/** Some tens of megabytes. */
const MAX_KNOWN = 100_000;

/** An identifier with what this process has seen of it: hints that save look-ups. Whose it is is asked each time. */
export type Remembered = Identifier & {
  /** it was somebody's */
  owned: boolean;
  /** the number of the customer to whom this device belonged too */
  beside: Remembered | null;
  /** whoever it belongs to was known by then, epoch milliseconds */
  seenMs: number;
};

/** The identifiers of events with their keyed hashes, of which the recent ones are remembered. */
export class Identifiers {
  readonly #vault: Vault;
  #known = noneKnown();
  #count = 0;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  of(kind: IdentityKind, value: string): Remembered {
    const known = this.#known[kind].get(value);
    if (known !== undefined) return known;
    if (this.#count++ >= MAX_KNOWN) {
      this.#known = noneKnown();
      this.#count = 0;
    }
    const hash = this.#vault.identityHash(kind, value).toString("latin1");
    const key = `${kind}:${hash}`;
    const made: Remembered = {
      key,
      kind,
      hash,
      owned: false,
      beside: null,
      seenMs: Number.POSITIVE_INFINITY,
    };
    this.#known[kind].set(value, made);
    return made;
  }
}

const noneKnown = (): Record<IdentityKind, Map<string, Remembered>> => ({
  user: new Map(),
  anonymous: new Map(),
  email: new Map(),
  phone: new Map(),
});

/** An event with all that it names its person by, the leading identifier first. */
export type NamedEvent = { event: TrackedEvent; identifiers: readonly Remembered[] };

/** The identifiers of an event: its number, its address, its device, in this order of weight. */
export function identifiersOf(event: TrackedEvent, known: Identifiers): readonly Remembered[] {
  const { userId, anonymousId, previousId, profile } = event;
  const identifiers: Remembered[] = [];
  if (userId !== null) identifiers.push(known.of("user", userId));
  if (previousId !== null) identifiers.push(known.of("user", previousId));
  if (profile?.email) identifiers.push(known.of("email", profile.email));
  if (anonymousId !== null) identifiers.push(known.of("anonymous", anonymousId));
  // what a person was called before may have been a number or a device: alias does not say
  if (previousId !== null) identifiers.push(known.of("anonymous", previousId));
  return identifiers;
}

/**
 * The identifiers that say whose an event is: a number leads, and an address or a device beside it only tells who else
 * that is, which is settled once.
 */
export function decisive({ event, identifiers }: NamedEvent): readonly Remembered[] {
  const [lead, second] = identifiers;
  if (second === undefined || lead?.kind !== "user" || event.previousId !== null) return identifiers;
  return identifiers.filter((one) => one === lead || (one.kind === "anonymous" && one.beside !== lead));
}

/** Whether somebody may have to be made, joined or described before the event can be stored. */
export const isStrange = (one: NamedEvent): boolean =>
  one.event.profile !== null || decisive(one).some(({ owned }) => !owned);

/** What the event says about who is who. */
export function namingOf({ event, identifiers }: NamedEvent): Naming {
  const keysOf = (kind: IdentityKind) => identifiers.filter((one) => one.kind === kind).map(({ key }) => key);
  return {
    users: keysOf("user"),
    email: keysOf("email")[0] ?? null,
    anonymous: keysOf("anonymous"),
    certain: event.previousId !== null,
  };
}
