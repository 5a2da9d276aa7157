import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CampaignWorld, campaignWorld, winBack } from "./testing/campaign-world";

let world: CampaignWorld;
let marketer: CampaignWorld["marketer"];
beforeEach(async () => {
  world = await campaignWorld();
  ({ marketer } = world);
});
afterEach(() => world.close());

const body = winBack;
const change = { ...body, brief: "Be kind" };
const changed = async () => {
  const id = await world.launched();
  const { edition } = await marketer.api.campaign.save({ id, expectedVersion: 1, body: change });
  return { id, edition: edition ?? 0 };
};

describe("changes to a campaign that runs", () => {
  test("are kept apart until they are published", async () => {
    const { id, edition } = await changed();
    expect(await marketer.api.campaign.get({ id })).toMatchObject({
      version: 1,
      body,
      draft: { edition, body: change, author: marketer.name },
    });
    const { runId } = await marketer.api.run.request({ campaignId: id });
    expect(await marketer.api.run.get({ runId })).toMatchObject({ campaignVersion: 1 });
    await marketer.api.campaign.publish({ id, expectedVersion: 1, expectedEdition: edition });
    const after = await marketer.api.campaign.get({ id });
    expect(after).toMatchObject({ version: 2, body: change, draft: null });
    expect(after.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect((await marketer.api.campaign.version({ id, version: 1 })).body).toEqual(body);
    expect(await world.audit("campaign.publish")).toHaveLength(1);
  });

  test("are told from those of somebody else, also after a discard", async () => {
    const { id, edition } = await changed();
    const save = (expectedEdition: number | null) =>
      marketer.api.campaign.save({ id, expectedVersion: 1, expectedEdition, body: change });
    await expect(save(null)).rejects.toMatchObject({ code: "CONFLICT" });
    const next = await save(edition);
    await expect(save(edition)).rejects.toMatchObject({ code: "CONFLICT" });
    await marketer.api.campaign.discard({ id });
    expect((await marketer.api.campaign.get({ id })).draft).toBeNull();
    await expect(save(next.edition)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(marketer.api.campaign.discard({ id })).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await save(null)).edition).toBeGreaterThan(next.edition ?? 0);
  });

  test("are not published while a line of the checklist blocks", async () => {
    const { id, edition } = await changed();
    const audience = { rules: [{ field: "orders", op: ">=", value: 500 } as const] };
    const { edition: next } = await marketer.api.campaign.save({
      id,
      expectedVersion: 1,
      expectedEdition: edition,
      body: { ...change, audience },
    });
    await expect(
      marketer.api.campaign.publish({ id, expectedVersion: 1, expectedEdition: next ?? 0 }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST", message: expect.stringContaining("Widen") });
  });

  test("go into a duplicate, which is a draft of its own", async () => {
    const { id } = await changed();
    const copy = await marketer.api.campaign.duplicate({ id });
    expect(await marketer.api.campaign.get(copy)).toMatchObject({
      state: "draft",
      version: 1,
      body: { ...change, name: "Copy of Win back" },
    });
    await marketer.api.campaign.move({ id, to: "stopped" });
    const save = marketer.api.campaign.save({ id, expectedVersion: 1, body });
    await expect(save).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("autonomy", () => {
  test("is refused to a campaign that has shown nothing", async () => {
    await world.ready();
    const { id } = await marketer.api.campaign.create({ ...body, autonomy: "autonomous" });
    expect(await marketer.api.campaign.autonomy({ id })).toMatchObject({ open: false });
    await expect(marketer.api.campaign.move({ id, to: "live" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringContaining("autonomy"),
    });
  });
});
