import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const now = new Date("2026-03-10T12:00:00.000Z");

let world: ConsoleWorld;
let marketer: Awaited<ReturnType<ConsoleWorld["person"]>>;
beforeAll(async () => {
  world = await consoleWorld(now);
  marketer = await world.person("marketer");
});
afterAll(() => world.close());

test("write keys are told once, listed without the key, and revoked for good", async () => {
  const made = await marketer.api.writeKey.create({ name: "shop" });
  expect(made.key).toMatch(/^wk_[\w-]{32}$/);
  const { rows } = await marketer.api.writeKey.list({});
  expect(rows).toMatchObject([{ id: made.id, name: "shop", prefix: made.key.slice(0, 8), revokedAt: null }]);
  expect(JSON.stringify(rows)).not.toContain(made.key);
  await marketer.api.writeKey.revoke({ id: made.id });
  world.clock.advance(1000);
  const again = await marketer.api.writeKey.revoke({ id: made.id });
  expect(again.revokedAt).toEqual(now);
  expect(JSON.stringify(await world.audit("write-key.create"))).not.toContain(made.key);
  const executive = await world.person("executive");
  await expect(executive.api.writeKey.create({ name: "x" })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
