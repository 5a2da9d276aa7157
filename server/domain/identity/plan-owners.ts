/** Identifiers that stand for one person, as one event names them. Each key is unique among all identifiers. */
export type Naming = {
  /** the company's own number; with alias, the earlier one follows */
  users: readonly string[];
  email: string | null;
  anonymous: readonly string[];
  /** alias: the source says that these are one person, whatever was known before */
  certain: boolean;
};

/** Whose an identifier is. `named`: that customer has a number of the company's own. */
export type Owner = { customerId: number; named: boolean };

/** A customer as the plan leaves it. `customerId` is null for one to be made; `merged` are those that turned out to be this one. */
export type PlannedCustomer = { customerId: number | null; merged: readonly number[] };

export type OwnerPlan = {
  customers: readonly PlannedCustomer[];
  /** for each naming its place in `customers` */
  owners: readonly number[];
  /** identifiers that get an owner, users and anonymous ones, with its place in `customers` */
  claims: readonly { key: string; owner: number }[];
  /** places of namings whose address belongs to somebody else with a number of their own */
  takenAddresses: ReadonlySet<number>;
};

/**
 * Decides who is who. Two customers are one where a naming holds both and at most one of them has a number of the
 * company's own, or where the source is certain. Else the number leads, then the address, then the device: a device
 * that two numbered people share stays with the first, an address too.
 *
 * The one that has a number survives, else the older row. The order of the namings matters only where they contradict
 * each other.
 */
export function planOwners(namings: readonly Naming[], known: ReadonlyMap<string, Owner>): OwnerPlan {
  const people = new Gathering(known);
  const takenAddresses = new Set<number>();
  const places = namings.map((naming, i) => people.add(naming, () => takenAddresses.add(i)));
  return { ...people.plan(places), takenAddresses };
}

/** A person being gathered: a node of a union–find forest. */
type Node = { parent: Node | null; survivor: number | null; members: number[]; named: boolean };

class Gathering {
  readonly #byKey = new Map<string, Node>();
  readonly #byCustomer = new Map<number, Node>();
  readonly #claims = new Map<string, Node>();

  constructor(readonly known: ReadonlyMap<string, Owner>) {}

  /** The node of whom a naming speaks; what it names is theirs from now on. */
  add(naming: Naming, onTakenAddress: () => void): Node {
    let node = this.#leader(naming);
    for (const key of naming.users) {
      node = this.#claim(key, node, naming.certain) ?? node;
      node.named = true;
    }
    if (naming.email !== null) {
      const joined = this.#own(naming.email, node, naming.certain);
      if (joined === null) onTakenAddress();
      node = joined ?? node;
    }
    for (const key of naming.anonymous) node = this.#claim(key, node, naming.certain) ?? node;
    return node;
  }

  /** Who leads: the owner of the number, else of the address, else of the device, else somebody new. */
  #leader({ users, email, anonymous }: Naming): Node {
    const [user] = users;
    const byUser = user === undefined ? null : this.#find(user);
    if (byUser !== null) return byUser;
    for (const key of [email, ...anonymous]) {
      const node = key === null ? null : this.#find(key);
      // a new number belongs to nobody who has another one
      if (node !== null && (user === undefined || !node.named)) return node;
    }
    return { parent: null, survivor: null, members: [], named: false };
  }

  #find(key: string): Node | null {
    const here = this.#byKey.get(key);
    if (here !== undefined) return rootOf(here);
    const owner = this.known.get(key);
    if (owner === undefined) return null;
    const { customerId, named } = owner;
    const node = this.#byCustomer.get(customerId) ?? {
      parent: null,
      survivor: customerId,
      members: [customerId],
      named,
    };
    this.#byCustomer.set(customerId, node);
    this.#byKey.set(key, node);
    return rootOf(node);
  }

  /** Like `#own`, for an identifier that the person is found by from now on. Addresses are kept with the profile. */
  #claim(key: string, person: Node, certain: boolean): Node | null {
    if (this.#find(key) === null) this.#claims.set(key, person);
    return this.#own(key, person, certain);
  }

  /** Gives an identifier to a person, and whoever had it; null where it stays with somebody else. */
  #own(key: string, person: Node, certain: boolean): Node | null {
    const owner = this.#find(key);
    if (owner === null) {
      this.#byKey.set(key, person);
      return person;
    }
    if (owner === person) return person;
    return owner.named && person.named && !certain ? null : joined(person, owner);
  }

  plan(places: readonly Node[]): Omit<OwnerPlan, "takenAddresses"> {
    const customers: PlannedCustomer[] = [];
    const indices = new Map<Node, number>();
    const indexOf = (node: Node): number => {
      const root = rootOf(node);
      const before = indices.get(root);
      if (before !== undefined) return before;
      const { survivor, members } = root;
      customers.push({ customerId: survivor, merged: members.filter((id) => id !== survivor) });
      indices.set(root, customers.length - 1);
      return customers.length - 1;
    };
    const owners = places.map(indexOf);
    const claims = [...this.#claims].map(([key, node]) => ({ key, owner: indexOf(node) }));
    return { customers, owners, claims };
  }
}

function rootOf(node: Node): Node {
  let root = node;
  while (root.parent !== null) root = root.parent;
  return root;
}

/** Two nodes as one. The named one survives; of two named the first, which leads; of two unnamed the older row. */
function joined(leader: Node, other: Node): Node {
  const survivors = [leader.survivor, other.survivor].filter((id) => id !== null);
  const first = leader.named || !other.named ? leader : other;
  const survivor =
    leader.named === other.named && !leader.named ? Math.min(...survivors) : (first.survivor ?? survivors[0]);
  const root: Node = {
    parent: null,
    survivor: survivor === undefined || !Number.isFinite(survivor) ? null : survivor,
    members: [...leader.members, ...other.members],
    named: leader.named || other.named,
  };
  leader.parent = root;
  other.parent = root;
  return root;
}
