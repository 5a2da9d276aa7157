import { afterAll, beforeAll, expect, test } from "vitest";
import { appendEntries } from "@/server/store/audit";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const start = new Date("2026-03-02T09:00:00Z");
const minute = (n: number) => new Date(start.getTime() + n * 60_000);
let world: ConsoleWorld;
let executive: Awaited<ReturnType<ConsoleWorld["person"]>>;

beforeAll(async () => {
  world = await consoleWorld(start);
  executive = await world.person("executive");
  for (let i = 0; i < 12; i++) {
    const action = i % 3 === 0 ? "review.approve" : "review_x.approve";
    const entry = { actor: `user:${i % 2}`, action, entity: { type: "review", id: String(i) }, data: { i } };
    await world.database.transaction(({ sql }) =>
      appendEntries(sql, minute(i), [entry, { ...entry, data: null }]),
    );
  }
});
afterAll(() => world.close());

type Filter = Parameters<typeof executive.api.audit.list>[0];

/** The entities of every page, as the console turns them. */
async function found(filter: Filter) {
  const ids: string[] = [];
  let before = null;
  do {
    const page: Awaited<ReturnType<typeof executive.api.audit.list>> = await executive.api.audit.list({
      ...filter,
      before,
    });
    ids.push(...page.entries.map(({ entityId, n }) => `${entityId}/${n}`));
    before = page.next;
  } while (before !== null);
  return ids;
}

test("entries come newest first, in pages without a gap or a repetition", async () => {
  const ids = await found({ limit: 5 });
  expect(ids).toEqual(Array.from({ length: 12 }, (_, i) => [`${11 - i}/1`, `${11 - i}/0`]).flat());
});

test.each<{ filter: Filter; ids: string[] }>([
  { filter: { entityType: "review", entityId: "4" }, ids: ["4/1", "4/0"] },
  { filter: { actor: "user:1", from: minute(9) }, ids: ["11/1", "11/0", "9/1", "9/0"] },
  { filter: { from: minute(3), to: minute(4) }, ids: ["3/1", "3/0"] },
  { filter: { action: "review.", from: minute(6) }, ids: ["9/1", "9/0", "6/1", "6/0"] },
  { filter: { action: "review_", to: minute(3) }, ids: ["2/1", "2/0", "1/1", "1/0"] },
  { filter: { action: "%" }, ids: [] },
  { filter: { actor: "' OR true --" }, ids: [] },
])("$filter finds what it says", async ({ filter, ids }) => {
  expect(await found(filter)).toEqual(ids);
});

test("a place that is none is refused", async () => {
  const beyond = executive.api.audit.list({ before: { block: 1, n: 2 ** 40 } });
  await expect(beyond).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("blocks come newest first, and the chain holds", async () => {
  const blocks = await executive.api.audit.blocks({ limit: 5 });
  expect(blocks.map(({ seq, leaves }) => [seq, leaves])).toEqual([12, 11, 10, 9, 8].map((seq) => [seq, 2]));
  const more = await executive.api.audit.blocks({ limit: 5, before: 8 });
  expect(more.map(({ seq }) => seq)).toEqual([7, 6, 5, 4, 3]);
  expect(await executive.api.audit.verify({})).toMatchObject({
    verified: true,
    blocks: 12,
    leaves: 24,
    broken: null,
  });
});

test("people are named, and the machine is found as a whole", async () => {
  const admin = await world.person("admin");
  await world.sql.rows("UPDATE users SET name = 'Alex Winter' WHERE id = $1", [admin.id]);
  const by = (actor: string) => ({ actor, action: "names", entity: { type: "review", id: "1" }, data: null });
  await world.database.transaction(({ sql }) =>
    appendEntries(sql, minute(20), [
      by(admin.name),
      by("system:deliver-due"),
      by("system:run"),
      by("user:0"),
    ]),
  );
  const names = async (filter: Filter) =>
    (await executive.api.audit.list({ ...filter, action: "names" })).entries.map(({ actor, actorName }) => [
      actor,
      actorName,
    ]);
  expect(await names({})).toEqual([
    ["user:0", null],
    ["system:run", null],
    ["system:deliver-due", null],
    [admin.name, "Alex Winter"],
  ]);
  expect(await names({ actor: admin.name })).toEqual([[admin.name, "Alex Winter"]]);
  expect(await names({ actor: "system" })).toHaveLength(2);
  expect(await executive.api.audit.people({})).toContainEqual({ actor: admin.name, name: "Alex Winter" });
});
