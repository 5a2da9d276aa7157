import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Naming, type Owner, planOwners } from "./plan-owners";

const naming = (given: Partial<Naming>): Naming => ({
  users: [],
  email: null,
  anonymous: [],
  certain: false,
  ...given,
});
const known = (owners: Record<string, [number, boolean]>): Map<string, Owner> =>
  new Map(Object.entries(owners).map(([key, [customerId, named]]) => [key, { customerId, named }]));

describe("who is who", () => {
  test("a stranger is made, with what they were named by", () => {
    const plan = planOwners([naming({ users: ["u1"], anonymous: ["a1"] })], known({}));
    expect(plan.customers).toEqual([{ customerId: null, merged: [] }]);
    expect(plan.claims).toEqual([
      { key: "u1", owner: 0 },
      { key: "a1", owner: 0 },
    ]);
  });

  test("a visitor who gives a number is the customer of that number", () => {
    const plan = planOwners(
      [naming({ users: ["u1"], anonymous: ["a1"] })],
      known({ u1: [7, true], a1: [3, false] }),
    );
    expect(plan.customers).toEqual([{ customerId: 7, merged: [3] }]);
  });

  test("a visitor without history who gives a new number keeps their row", () => {
    const plan = planOwners([naming({ users: ["u1"], anonymous: ["a1"] })], known({ a1: [3, false] }));
    expect(plan.customers).toEqual([{ customerId: 3, merged: [] }]);
    expect(plan.claims).toEqual([{ key: "u1", owner: 0 }]);
  });

  test("a device that two numbered people share stays with the first", () => {
    const plan = planOwners(
      [naming({ users: ["u2"], anonymous: ["a1"] }), naming({ anonymous: ["a1"] })],
      known({ u1: [1, true], u2: [2, true], a1: [1, true] }),
    );
    expect(plan.owners.map((i) => plan.customers[i]?.customerId)).toEqual([2, 1]);
    expect(plan.claims).toEqual([]);
  });

  test("the same within one batch", () => {
    const plan = planOwners(
      [naming({ users: ["u1"], anonymous: ["a1"] }), naming({ users: ["u2"], anonymous: ["a1"] })],
      known({}),
    );
    expect(plan.customers).toHaveLength(2);
    expect(plan.claims.find(({ key }) => key === "a1")).toEqual({ key: "a1", owner: plan.owners[0] });
  });

  test("an imported address without a number belongs to whoever gives it with theirs", () => {
    const plan = planOwners(
      [naming({ users: ["u1"], email: "e1" })],
      known({ e1: [4, false], u1: [9, true] }),
    );
    expect(plan.customers).toEqual([{ customerId: 9, merged: [4] }]);
    expect(plan.takenAddresses.size).toBe(0);
  });

  test("an address of another number is not taken over", () => {
    const plan = planOwners([naming({ users: ["u2"], email: "e1" })], known({ e1: [4, true] }));
    expect(plan.customers).toEqual([{ customerId: null, merged: [] }]);
    expect([...plan.takenAddresses]).toEqual([0]);
  });

  test("alias joins two numbers, and the new one's row survives", () => {
    const plan = planOwners(
      [naming({ users: ["new", "old"], anonymous: ["old-device"], certain: true })],
      known({ new: [5, true], old: [2, true] }),
    );
    expect(plan.customers).toEqual([{ customerId: 5, merged: [2] }]);
    expect(plan.claims).toEqual([{ key: "old-device", owner: 0 }]);
  });
});

const SEED = 20261121;

/** Who stands with whom, without the numbers of rows. */
function groupsOf(namings: readonly Naming[], owners: readonly number[]): string {
  const groups = new Map<number, Set<string>>();
  namings.forEach(({ users, anonymous }, i) => {
    const owner = owners[i] ?? -1;
    const group = groups.get(owner) ?? new Set<string>();
    for (const key of [...users, ...anonymous]) group.add(key);
    groups.set(owner, group);
  });
  return [...groups.values()]
    .map((group) => [...group].sort().join())
    .sort()
    .join(" | ");
}

test(`namings that contradict each other nowhere end in the same people in any order, seed ${SEED}`, () => {
  // each person has own devices, and one number
  const world = fc.array(
    fc.record({
      person: fc.integer({ min: 0, max: 4 }),
      device: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
      signedIn: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  const shuffled = world.chain((visits) =>
    fc.tuple(fc.constant(visits), fc.shuffledSubarray(visits, { minLength: visits.length })),
  );
  const namingsOf = (visits: readonly { person: number; device: number | null; signedIn: boolean }[]) =>
    visits
      .filter(({ device, signedIn }) => signedIn || device !== null)
      .map(({ person, device, signedIn }) =>
        naming({
          users: signedIn ? [`u${person}`] : [],
          anonymous: device === null ? [] : [`d${person}-${device}`],
        }),
      );
  fc.assert(
    fc.property(shuffled, ([visits, others]) => {
      const one = namingsOf(visits);
      const other = namingsOf(others);
      expect(groupsOf(other, planOwners(other, new Map()).owners)).toBe(
        groupsOf(one, planOwners(one, new Map()).owners),
      );
    }),
    { seed: SEED, numRuns: 500 },
  );
});
