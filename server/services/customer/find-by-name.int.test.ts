import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "@/server/domain/person";
import { mergeCustomers } from "@/server/store/customers-merge.sql";
import { upsertPeople } from "@/server/store/people-write";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const now = new Date("2026-03-10T12:00:00.000Z");

let world: ConsoleWorld;
let reviewer: Awaited<ReturnType<ConsoleWorld["person"]>>;
beforeAll(async () => {
  world = await consoleWorld(now);
  reviewer = await world.person("reviewer");
});
afterAll(() => world.close());

/** Writes a person as any source does, and answers their number. */
async function write(person: Person, at = now): Promise<number> {
  const rows = [{ person, atMs: at.getTime() }];
  const [made] = await world.database.bulk((bulk) => upsertPeople(bulk, world.platform.vault, at, rows));
  return made?.customerId ?? 0;
}
async function found(search: string): Promise<number[]> {
  const { rows } = await reviewer.api.customer.list({ search });
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

describe("a customer is found", () => {
  test("by the beginning of one or two words of their name, in any order, case and accent", async () => {
    const ines = await write({ userId: "a1", firstName: "Inés", lastName: "Ortega Ruiz" });
    const other = await write({ userId: "a2", firstName: "Ines", lastName: "Lindqvist" });
    expect(await found("ines")).toEqual([ines, other]);
    expect(await found("ORTEGA ines")).toEqual([ines]);
    expect(await found("ine rui")).toEqual([ines]);
    expect(await found("rtega")).toEqual([]);
    expect(await found("in")).toEqual([]);
  });

  test("by what they are called now, when somebody renames them", async () => {
    const id = await write({ userId: "b1", firstName: "Vera", lastName: "Maartens" });
    await write({ userId: "b1", lastName: "Castellano" }, new Date(now.getTime() + 1));
    expect(await found("maartens")).toEqual([]);
    expect(await found("vera castellano")).toEqual([id]);
  });

  test("once, under the number that stays, when two turn out to be one", async () => {
    const stays = await write({ userId: "c1", lastName: "Okonkwo" });
    const goes = await write({ email: "obi@example.test", firstName: "Obinna", lastName: "Okonkwo" });
    await world.database.bulk((bulk) =>
      mergeCustomers(bulk, world.platform.vault, now, [{ into: stays, from: [goes] }]),
    );
    expect(await found("obinna okonkwo")).toEqual([stays]);
  });

  test("by the company's number first; by ours where nobody has that", async () => {
    const first = await write({ userId: "d1", firstName: "Dora" });
    expect(await found(String(first))).toEqual([first]);
    const named = await write({ userId: String(first), firstName: "Emil" });
    expect(await found(String(first))).toEqual([named]);
    expect(await found(`#${first}`)).toEqual([first]);
  });
});

describe("what is stored", () => {
  test("goes with the key, and holds no letter of a name", async () => {
    const id = await write({ userId: "e1", firstName: "Philippa", lastName: "Zadravec" });
    const [row] = await world.sql.rows<{ names: string[] }>(
      "SELECT names::text[] AS names FROM person_keys WHERE customer_id = $1",
      [id],
    );
    expect(row?.names).toHaveLength(12);
    for (const hash of row?.names ?? []) expect(hash).toMatch(/^-?\d{15,19}$/);
    await world.sql.rows("DELETE FROM person_keys WHERE customer_id = $1", [id]);
    expect(await found("zadravec")).toEqual([]);
  });

  test("is made good for people who were written before names were indexed", async () => {
    const ids = [
      await write({ userId: "f1", firstName: "Quentin" }),
      await write({ userId: "f2", firstName: "Quentin" }),
    ];
    await world.sql.rows("UPDATE person_keys SET names = NULL");
    expect(await found("quentin")).toEqual([]);
    const all = await world.sql.rows("SELECT FROM person_keys");
    expect(await world.system.upkeep.indexNames({ limit: all.length })).toEqual({
      people: all.length,
      done: false,
    });
    expect(await world.system.upkeep.indexNames({ limit: 10 })).toEqual({ people: 0, done: true });
    expect(await found("quentin")).toEqual(ids);
  });
});
