import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

let world: ConsoleWorld;
let ada: Awaited<ReturnType<ConsoleWorld["person"]>>;
let ben: Awaited<ReturnType<ConsoleWorld["person"]>>;
beforeAll(async () => {
  world = await consoleWorld(new Date("2026-03-10T12:00:00Z"));
  ada = await world.person("marketer");
  ben = await world.person("reviewer");
});
afterAll(() => world.close());

const query = { vip: "yes", sort: "-spend", columns: "spend.since" };
const of = async (who: typeof ada, list: "customers" | "decisions" = "customers") =>
  who.api.savedView.list({ list });

test("a view keeps filters, order and columns, for its list and its owner only", async () => {
  const { id } = await ada.api.savedView.create({
    list: "customers",
    name: " Best ",
    query: { ...query, view: "9" },
  });
  expect(await of(ada)).toEqual({
    views: [{ id, list: "customers", name: "Best", ownerName: "Somebody", query, shared: false, mine: true }],
    opensWith: null,
  });
  expect((await of(ben)).views).toEqual([]);
  expect((await of(ada, "decisions")).views).toEqual([]);
  await expect(ada.api.savedView.create({ list: "customers", name: "Best", query })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await expect(ben.api.savedView.setDefault({ list: "customers", id })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("it can be renamed and brought up to date, not to a name that is taken", async () => {
  const { id } = await ada.api.savedView.create({
    list: "decisions",
    name: "Held",
    query: { verdict: "held" },
  });
  const other = await ada.api.savedView.create({ list: "decisions", name: "Other", query: {} });
  await ada.api.savedView.change({ id, name: "Held back" });
  await ada.api.savedView.change({ id, query: { verdict: "blocked" } });
  const { views } = await of(ada, "decisions");
  expect(views.map(({ name, query }) => [name, query])).toEqual([
    ["Held back", { verdict: "blocked" }],
    ["Other", {}],
  ]);
  await expect(ada.api.savedView.change({ id: other.id, name: "Held back" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("a shared one is everybody's to use and its owner's to change; taken back, it leaves their lists", async () => {
  const { id } = await ada.api.savedView.create({
    list: "customers",
    name: "Quiet",
    query: { ordered: "before-90" },
  });
  await ada.api.savedView.share({ id, shared: true });
  await ben.api.savedView.setDefault({ list: "customers", id });
  expect(await of(ben)).toMatchObject({ views: [{ id, mine: false }], opensWith: id });
  await expect(ben.api.savedView.change({ id, name: "Mine" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(ben.api.savedView.remove({ id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(ben.api.savedView.share({ id, shared: false })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await ada.api.savedView.share({ id, shared: false });
  expect(await of(ben)).toEqual({ views: [], opensWith: null });
});

test("a list opens with one view at a time, of its own kind, until that view goes", async () => {
  const first = await ben.api.savedView.create({ list: "customers", name: "A", query: {} });
  const second = await ben.api.savedView.create({ list: "customers", name: "B", query: {} });
  await ben.api.savedView.setDefault({ list: "customers", id: first.id });
  await ben.api.savedView.setDefault({ list: "customers", id: second.id });
  expect((await of(ben)).opensWith).toBe(second.id);
  await expect(ben.api.savedView.setDefault({ list: "decisions", id: first.id })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  await ben.api.savedView.remove({ id: second.id });
  expect((await of(ben)).opensWith).toBeNull();
});

test("the audit keeps who, what it is called and which parameters, never what is searched for", async () => {
  await ada.api.savedView.create({ list: "customers", name: "One", query: { q: "kim@example.test" } });
  const entries = await world.audit("saved-view.create");
  expect(entries.at(-1)).toMatchObject({
    actor: ada.name,
    data: { after: { list: "customers", name: "One", parameters: ["q"] } },
  });
  expect(JSON.stringify(entries)).not.toContain("kim@example.test");
});

test("the machinery has no views, and nonsense is none", async () => {
  await expect(world.system.savedView.list({ list: "customers" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(ada.api.savedView.create({ list: "customers", name: " ", query })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  await expect(ada.api.savedView.remove({ id: 999_999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
