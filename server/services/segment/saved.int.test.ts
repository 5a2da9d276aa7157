import { afterAll, beforeAll, expect, test } from "vitest";
import { audience as audienceSchema } from "@/server/domain/audience";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

let world: ConsoleWorld;
let ada: Awaited<ReturnType<ConsoleWorld["person"]>>;
beforeAll(async () => {
  world = await consoleWorld(new Date("2026-03-10T12:00:00Z"));
  ada = await world.person("marketer");
});
afterAll(() => world.close());

const audience = audienceSchema.parse({ rules: [{ field: "silenceDays", op: ">=", value: 90 }] });

test("rules are kept under a name for the whole team, and start a campaign that keeps its copy", async () => {
  const { id } = await ada.api.segment.save({ name: " Quiet ", audience });
  const ben = await world.person("marketer");
  const [saved] = await ben.api.segment.listSaved({});
  expect(saved).toMatchObject({ id, name: "Quiet", audience, ownerName: "Somebody" });
  const campaign = await ben.api.campaign.create({
    name: "Back",
    goal: "win-back",
    audience: saved?.audience ?? {},
  });
  await ben.api.segment.removeSaved({ id });
  expect(await ada.api.segment.listSaved({})).toEqual([]);
  expect((await ben.api.campaign.get({ id: campaign.id })).body.audience).toEqual(audience);
  expect(await world.audit("segment.save")).toMatchObject([
    { actor: ada.name, entity: String(id), data: { before: null, after: { name: "Quiet", audience } } },
  ]);
  expect(await world.audit("segment.remove-saved")).toMatchObject([
    { actor: ben.name, data: { before: { name: "Quiet" }, after: null } },
  ]);
});

test("a name stands for one segment; no rule is no segment; half a rule is refused", async () => {
  await ada.api.segment.save({ name: "Best", audience });
  await expect(ada.api.segment.save({ name: "Best", audience })).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(ada.api.segment.save({ name: "All", audience: {} })).rejects.toThrow(
    /without one it is everyone/,
  );
  const half = { rules: [{ field: "country", op: "in", value: [] }] } as const;
  await expect(
    ada.api.segment.save({ name: "Half", audience: half as unknown as typeof audience }),
  ).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(ada.api.segment.removeSaved({ id: 9_999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an executive sees them and saves none; nor does the machinery", async () => {
  const { api } = await world.person("executive");
  expect((await api.segment.listSaved({})).map(({ name }) => name)).toEqual(["Best"]);
  await expect(api.segment.save({ name: "Mine", audience })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(world.system.segment.save({ name: "Its", audience })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
