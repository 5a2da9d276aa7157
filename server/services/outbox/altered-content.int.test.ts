import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverDue } from "./deliver-due";
import { type DeliveryWorld, deliveryWorld } from "./testing/delivery-world";
import { seedCampaign, seedCustomers } from "./testing/seed-campaign";

const START = new Date("2026-11-02T09:00:00Z");
let world: DeliveryWorld;
beforeAll(async () => {
  world = await deliveryWorld(START);
});
afterAll(() => world.close());

async function campaign() {
  const ids = await seedCustomers(world.sql, world.platform.vault, 1, START);
  return seedCampaign(world.platform.database, ids, START);
}

test.each([
  { what: "a word", sql: "UPDATE creatives SET text = text || 'x' WHERE id = $1" },
  { what: "a pixel", sql: "UPDATE creatives SET html = replace(html, '<body', '<body x') WHERE id = $1" },
  {
    what: "a destination",
    sql: "UPDATE tracked_links SET url = 'https://evil.test/' WHERE creative_id = $1",
  },
  { what: "a new link", sql: "INSERT INTO tracked_links VALUES ($1, 99, 'https://evil.test/')" },
])("what was changed after it was hashed does not leave: $what", async ({ sql }) => {
  const altered = await campaign();
  await world.asOwner(sql, [altered.creativeId]);
  await campaign();
  expect(await deliverDue(world.system, { limit: 200 })).toMatchObject({ sent: 1, refused: 1 });
  const rows = await world.sql.rows("SELECT state, reasons FROM outbox WHERE campaign_id = $1", [
    altered.campaignId,
  ]);
  expect(rows).toEqual([{ state: "refused", reasons: ["creative.altered"] }]);
});

test("the app's role may not change words or destinations", async () => {
  const { creativeId } = await campaign();
  const changes = [
    "UPDATE creatives SET text = 'x' WHERE id = $1",
    "UPDATE tracked_links SET url = 'x' WHERE creative_id = $1",
  ];
  for (const sql of changes)
    await expect(world.sql.rows(sql, [creativeId])).rejects.toMatchObject({ code: "42501" });
});
