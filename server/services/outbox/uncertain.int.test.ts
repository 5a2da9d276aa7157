import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/server/domain/time";
import { verifyAudit } from "@/server/store/audit-verify";
import { keepMail } from "@/server/store/sandbox";
import { cancelOutbox } from "./cancel";
import { claimDue, LEASE_MS } from "./claim";
import { deliverDue } from "./deliver-due";
import { listMessages } from "./list";
import { recoverLeases } from "./recover-leases";
import { settleOutbox } from "./settle";
import { type DeliveryWorld, deliveryWorld } from "./testing/delivery-world";
import { moveSender } from "./testing/move-sender";
import { seedCampaign, seedCustomers } from "./testing/seed-campaign";

const START = new Date("2026-11-02T09:00:00Z");
let world: DeliveryWorld;

beforeAll(async () => {
  world = await deliveryWorld(START);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(START);
  world.sender.sent.length = 0;
  world.sender.answer = () => ({ kind: "sent", response: "250 ok" });
  // what earlier tests left is out of the way
  await world.sql.rows(
    "UPDATE outbox SET state = 'cancelled' WHERE state IN ('ready', 'claimed', 'uncertain')",
  );
});

const customers = (n: number) => seedCustomers(world.sql, world.platform.vault, n, START);
const campaign = (ids: readonly number[], over: Parameters<typeof seedCampaign>[3] = {}) =>
  seedCampaign(world.platform.database, ids, START, over);
const deliver = (limit = 200) => deliverDue(world.system, { limit });
type Row = { id: number; state: string; reasons: string[]; attempt: number; render_hash: Buffer | null };
const rowsOf = (campaignId: number) =>
  world.sql.rows<Row>(
    "SELECT id, state, reasons, attempt, render_hash FROM outbox WHERE campaign_id = $1 ORDER BY id",
    [campaignId],
  );
const used = async (kind: string, key: string | number) =>
  (
    await world.sql.rows<{ used: number }>(
      "SELECT used::float8 AS used FROM reservations WHERE kind = $1 AND key = $2",
      [kind, String(key)],
    )
  )[0]?.used;

describe("what nobody knows", () => {
  test("is never sent again, counts against the limits, and a person settles it", async () => {
    const { campaignId, outboxIds } = await campaign(await customers(2));
    world.sender.answer = () => ({ kind: "uncertain", response: "the connection broke" });
    expect(await deliver()).toMatchObject({ uncertain: 2 });
    world.clock.advance(24 * HOUR_MS);
    await recoverLeases(world.system, {});
    expect(await deliver()).toMatchObject({ claimed: 0 });
    expect(world.sender.sent).toHaveLength(2);
    expect(await used("campaign-sends", campaignId)).toBe(2);

    const [one = 0, two = 0] = outboxIds;
    await settleOutbox(world.admin, { id: one, verdict: "arrived", note: "the customer said so" });
    await settleOutbox(world.admin, { id: two, verdict: "not-arrived" });
    await expect(settleOutbox(world.admin, { id: one, verdict: "arrived" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(settleOutbox(world.admin, { id: 999_999, verdict: "arrived" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await rowsOf(campaignId)).map(({ state }) => state)).toEqual(["sent", "cancelled"]);
    const touches = await world.sql.rows("SELECT outbox_id, at FROM touches WHERE campaign_id = $1", [
      campaignId,
    ]);
    expect(touches).toEqual([{ outbox_id: one, at: START }]);
    expect(await used("campaign-sends", campaignId)).toBe(1);
  });

  test("an expired lease is uncertain; what the sandbox took did arrive", async () => {
    const { campaignId, outboxIds } = await campaign(await customers(2));
    const claim = await claimDue(world.platform, { limit: 10, actor: "system:test" });
    expect(claim.messages).toHaveLength(2);
    expect(await recoverLeases(world.system, {})).toEqual({ expired: 0, reconciled: 0 });
    world.clock.advance(LEASE_MS + 1);
    expect(await recoverLeases(world.system, {})).toEqual({ expired: 2, reconciled: 0 });
    expect((await rowsOf(campaignId)).map(({ state }) => state)).toEqual(["uncertain", "uncertain"]);

    const { messageIdOf } = await import("@/server/domain/message-id");
    const { vault } = world.platform;
    const messageId = messageIdOf(outboxIds[0] ?? 0, "kiosk.example", vault.sign.bind(vault));
    const raw = Buffer.from(`Message-ID: <${messageId}>\r\nSubject: x\r\n\r\nhi`);
    await moveSender(world.sql, "hello@moved.example");
    await keepMail(world.sql, START, { from: "a@b.test", to: "c@d.test", raw });
    expect(await recoverLeases(world.system, {})).toEqual({ expired: 0, reconciled: 1 });
    expect((await rowsOf(campaignId)).map(({ state }) => state)).toEqual(["sent", "uncertain"]);
    expect(await deliver()).toMatchObject({ claimed: 0 });
  });

  test("a worker that comes back late keeps to its lease", async () => {
    const { campaignId } = await campaign(await customers(1));
    const { render } = world.platform.renderer;
    world.platform.renderer.render = async (jobs) => {
      world.clock.advance(LEASE_MS - MINUTE_MS);
      return render(jobs);
    };
    expect(await deliver()).toMatchObject({ claimed: 1, later: 1 });
    world.platform.renderer.render = render;
    expect(world.sender.sent).toHaveLength(0);
    expect(await rowsOf(campaignId)).toMatchObject([{ state: "ready" }]);
  });

  test("a renderer that is gone leaves nothing claimed", async () => {
    const { campaignId } = await campaign(await customers(1));
    const { render } = world.platform.renderer;
    world.platform.renderer.render = () => Promise.reject(new Error("no thread"));
    await expect(deliver()).rejects.toThrow("no thread");
    world.platform.renderer.render = render;
    expect(await rowsOf(campaignId)).toMatchObject([{ state: "ready", attempt: 1 }]);
  });
});

test("one waiting message can be cancelled, a sent one cannot", async () => {
  const { outboxIds, campaignId } = await campaign(await customers(2));
  const [one = 0, two = 0] = outboxIds;
  await cancelOutbox(world.admin, { id: one, reason: "wrong person" });
  expect(await deliver()).toMatchObject({ sent: 1 });
  await expect(cancelOutbox(world.admin, { id: two, reason: "too late" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  const list = await listMessages(world.admin, { campaignId });
  expect(list).toMatchObject({ total: 2, counts: { sent: 1, cancelled: 1, ready: 0 } });
  expect(list.rows.map(({ state }) => state)).toEqual(["sent", "cancelled"]);
  expect(typeof list.rows[0]?.id).toBe("number");
});

test("the chain of all this verifies", async () => {
  expect(await verifyAudit(world.platform.database)).toMatchObject({ verified: true, broken: null });
});
