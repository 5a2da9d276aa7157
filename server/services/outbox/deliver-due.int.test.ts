import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { creativeHash } from "@/server/domain/creative-hash";
import { HOUR_MS, MINUTE_MS } from "@/server/domain/time";
import { creativeContents } from "@/server/store/creative-content";
import { deliverDue } from "./deliver-due";
import { getMessage } from "./get";
import { previewMessage } from "./preview";
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

describe("delivering what is due", () => {
  test("sends each once, with its touch, its hash, its headers and its audit", async () => {
    const ids = await customers(23);
    const { campaignId } = await campaign(ids);
    expect(await deliver()).toMatchObject({ claimed: 23, sent: 23, uncertain: 0, refused: 0, later: 0 });
    expect(await deliver()).toMatchObject({ claimed: 0 });
    expect(new Set(world.sender.sent.map(({ messageId }) => messageId)).size).toBe(23);

    const [first] = world.sender.sent;
    expect(first?.to).toMatch(/^c\d+@example\.test$/);
    expect(first?.html).toMatch(/https:\/\/touchline\.example\/u\/[\w-]+/);
    expect(first?.text).not.toContain("link.invalid");
    expect(first?.html).not.toContain("link.invalid");
    expect(first?.headers["List-Unsubscribe"]).toMatch(/^<https:\/\/touchline\.example\/u\/[\w-]+>$/);
    expect(first?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");

    const rows = await rowsOf(campaignId);
    expect(rows.every(({ state, render_hash }) => state === "sent" && render_hash?.length === 32)).toBe(true);
    const touches = await world.sql.rows<{ message_id: string }>(
      "SELECT message_id FROM touches WHERE campaign_id = $1",
      [campaignId],
    );
    expect(touches.map((row) => row.message_id).sort()).toEqual(
      world.sender.sent.map(({ messageId }) => messageId).sort(),
    );
    const [entries] = await world.sql.rows<{ claims: number; sent: number }>(
      `SELECT count(*) FILTER (WHERE action = 'outbox.claim')::int AS claims, count(*) FILTER (WHERE action = 'outbox.sent')::int AS sent
       FROM audit_entries WHERE entity_type = 'outbox' AND entity_id = ANY($1::text[])`,
      [rows.map(({ id }) => String(id))],
    );
    expect(entries).toEqual({ claims: 23, sent: 23 });
    const [{ first_sent_at } = {}] = await world.sql.rows<{ first_sent_at: Date }>(
      "SELECT first_sent_at FROM campaigns WHERE id = $1",
      [campaignId],
    );
    expect(first_sent_at).toEqual(START);
    expect(await used("campaign-sends", campaignId)).toBe(23);
  });

  test("what is previewed is what is sent", async () => {
    const ids = await customers(1);
    const { runId, creativeId, outboxIds } = await campaign(ids);
    const preview = await previewMessage(world.system, { runId, customerId: ids[0] ?? 0, creativeId });
    await deliver();
    const message = await getMessage(world.admin, { id: outboxIds[0] ?? 0 });
    expect(preview).toMatchObject({ ok: true, renderHash: message.renderHash });
    expect(message.isAsSent).toBe(true);
    const strip = (text: string) =>
      text.replace(/https:\/\/(touchline\.example|link\.invalid)\/[\w/-]+/g, "[link]");
    expect(preview.ok && strip(preview.html)).toBe(strip(world.sender.sent[0]?.html ?? ""));
  });

  test("nothing before its time, nothing of a campaign that is not live", async () => {
    const ids = await customers(4);
    const { campaignId, outboxIds } = await campaign(ids);
    await world.sql.rows("UPDATE outbox SET not_before = $2 WHERE id = $1", [
      outboxIds[0],
      new Date(START.getTime() + HOUR_MS),
    ]);
    await world.sql.rows("UPDATE campaigns SET state = 'paused' WHERE id = $1", [campaignId]);
    expect(await deliver()).toMatchObject({ claimed: 0, refused: 0 });
    await world.sql.rows("UPDATE campaigns SET state = 'live' WHERE id = $1", [campaignId]);
    expect(await deliver()).toMatchObject({ sent: 3 });
    world.clock.advance(HOUR_MS);
    expect(await deliver()).toMatchObject({ sent: 1 });
  });

  test("a guardrail that fell since the decision refuses, and says which", async () => {
    const [withdrawn = 0, complained = 0, suppressed = 0, gone = 0, fine = 0] = await customers(5);
    const { campaignId } = await campaign([withdrawn, complained, suppressed, gone, fine]);
    await world.sql.rows(
      `INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
       VALUES ($1::int, 'marketing', 'email', 'withdrawn', $2, 'test', 'test', 'w' || $1::int)`,
      [withdrawn, START],
    );
    await world.sql.rows(
      `INSERT INTO tickets (ref, customer_id, kind, opened_at) VALUES ('t' || $1::int, $1::int, 'complaint', $2)`,
      [complained, START],
    );
    await world.sql.rows(
      `INSERT INTO suppressions (kind, hash, customer_id, reason, at, source) VALUES ('email', $2, $1, 'manual', $3, 'test')`,
      [suppressed, Buffer.from(`s${suppressed}`), START],
    );
    await world.sql.rows("UPDATE customers SET merged_into = $2 WHERE id = $1", [gone, fine]);
    expect(await deliver()).toMatchObject({ sent: 1, refused: 4 });
    const reasons = await world.sql.rows<{ customer_id: number; reasons: string[] }>(
      "SELECT customer_id, reasons FROM outbox WHERE campaign_id = $1 AND state = 'refused' ORDER BY customer_id",
      [campaignId],
    );
    expect(reasons.map((row) => row.reasons)).toEqual([
      ["consent.withdrawn"],
      ["complaint.open"],
      ["suppression.listed"],
      ["customer.gone"],
    ]);
  });

  test("a doubt that a reviewer has seen lets by; the same doubt unseen does not", async () => {
    const [seen = 0, unseen = 0] = await customers(2);
    const { runId, campaignId, creativeId } = await campaign([seen, unseen]);
    await world.sql.rows("UPDATE customers SET vip = true WHERE id = ANY($1::int[])", [[seen, unseen]]);
    await world.sql.rows(
      `INSERT INTO review_items (run_id, customer_id, campaign_id, creative_id, creative_hash, reasons, risk, opened_at, due_at,
         send_at, state, decided_by, decided_at, grace_until)
       SELECT $1, $2, $3, $4, creative_hash, '{high-value.vip}', 1, $5, $5, $5, 'approved', 'user:1', $5, $5 FROM creatives WHERE id = $4`,
      [runId, seen, campaignId, creativeId, START],
    );
    expect(await deliver()).toMatchObject({ sent: 1, refused: 1 });
    expect(world.sender.sent.map(({ to }) => to)).toEqual([`c${seen}@example.test`]);
  });

  test("waits for the grace of an approval, and never sends other words than were approved", async () => {
    const [waiting = 0, swapped = 0, rejected = 0] = await customers(3);
    const { runId, campaignId, creativeId } = await campaign([waiting, swapped, rejected]);
    const grace = new Date(START.getTime() + 10 * MINUTE_MS);
    const review = (customerId: number, hash: string, state: string, until: Date) =>
      world.sql.rows(
        `INSERT INTO review_items (run_id, customer_id, campaign_id, creative_id, creative_hash, reasons, risk, opened_at, due_at,
           send_at, state, grace_until)
         SELECT $1, $2, $3, $4, ${hash}, '{}', 1, $5, $5, $5, $6, $7 FROM creatives WHERE id = $4`,
        [runId, customerId, campaignId, creativeId, START, state, until],
      );
    await review(waiting, "creative_hash", "approved", grace);
    await review(swapped, "'\\x00'::bytea", "approved", START);
    await review(rejected, "creative_hash", "rejected", START);
    expect(await deliver()).toMatchObject({ sent: 0, refused: 2 });
    const refused = (await rowsOf(campaignId)).flatMap(({ state, reasons }) =>
      state === "refused" ? reasons : [],
    );
    expect(refused.sort()).toEqual(["review.not-approved", "review.other-content"]);
    world.clock.set(grace);
    expect(await deliver()).toMatchObject({ sent: 1 });
  });

  test("hard limits hold: sends, budget, stock", async () => {
    const ids = await customers(12);
    const sends = await campaign(ids, { body: { maxSends: 5 } });
    expect(await deliver()).toMatchObject({ sent: 5, refused: 7 });
    expect((await rowsOf(sends.campaignId)).flatMap(({ reasons }) => reasons)).toEqual(
      Array(7).fill("budget.sends"),
    );

    // each may cost 500 (10 % of an order of 5000) and 0.1 for the mail
    const budget = await campaign(await customers(6), {
      body: { budgetMinor: 1_600 },
      offerId: "ten-percent",
    });
    expect(await deliver()).toMatchObject({ sent: 3, refused: 3 });
    expect(await used("campaign-budget", budget.campaignId)).toBeCloseTo(1500.3);
    expect(await used("offer-stock", "ten-percent")).toBe(3);
  });

  test("what is put off waits as long as asked, gives its reservation back, and is given up in the end", async () => {
    const { campaignId } = await campaign(await customers(1));
    world.sender.answer = () => ({ kind: "later", response: "451 busy", retryAfterMs: 7 * MINUTE_MS });
    expect(await deliver()).toMatchObject({ claimed: 1, later: 1 });
    expect(await used("campaign-sends", campaignId)).toBe(0);
    world.clock.advance(7 * MINUTE_MS - 1);
    expect(await deliver()).toMatchObject({ claimed: 0 });
    world.clock.advance(1);
    for (let attempt = 2; attempt <= 6; attempt++) {
      if (attempt === 3) await moveSender(world.sql, "hello@moved.example");
      expect(await deliver()).toMatchObject({ claimed: 1 });
      world.clock.advance(7 * HOUR_MS);
    }
    expect(await rowsOf(campaignId)).toMatchObject([
      { state: "refused", reasons: ["delivery.gave-up"], attempt: 6 },
    ]);
    expect(new Set(world.sender.sent.map(({ messageId }) => messageId)).size).toBe(1);
    expect(world.sender.sent.at(-1)?.from.address).toBe("hello@moved.example");
  });

  test("a refused address is a bounce and gives its reservation back", async () => {
    const { campaignId, outboxIds } = await campaign(await customers(1));
    world.sender.answer = () => ({
      kind: "refused",
      response: "550 5.1.1 <x@example.test> no such user",
      bounced: true,
    });
    expect(await deliver()).toMatchObject({ refused: 1 });
    const outcomes = await world.sql.rows("SELECT kind, detail FROM outcomes WHERE outbox_id = $1", [
      outboxIds[0],
    ]);
    expect(outcomes).toEqual([{ kind: "bounce", detail: "hard 550 5.1.1 <(address)> no such user" }]);
    expect(await used("campaign-sends", campaignId)).toBe(0);
  });

  test("a name that is markup arrives inert, and an erased person gets nothing", async () => {
    const [evil = 0, erased = 0] = await customers(2);
    const { vault } = world.platform;
    const key = vault.newKey();
    const blob = vault.seal(key, { email: "evil@example.test", firstName: '<img src=x onerror="alert(1)">' });
    await world.sql.rows("UPDATE person_keys SET wrapped = $2 WHERE customer_id = $1", [evil, key]);
    await world.sql.rows("UPDATE people SET sealed = $2 WHERE customer_id = $1", [evil, blob]);
    await world.sql.rows("DELETE FROM person_keys WHERE customer_id = $1", [erased]);
    await campaign([evil, erased]);
    expect(await deliver()).toMatchObject({ sent: 1, refused: 1 });
    expect(world.sender.sent[0]?.html).not.toContain("onerror");
    expect(world.sender.sent[0]?.text).toContain("Hi there,");
  });

  test("a template that breaks refuses its messages and no other", async () => {
    const broken = await campaign(await customers(1));
    await world.asOwner("UPDATE creatives SET text = '{% if %}' || text WHERE id = $1", [broken.creativeId]);
    const content = (await creativeContents(world.sql, [broken.creativeId])).get(broken.creativeId);
    if (content === undefined) throw new Error("the creative is gone");
    await world.asOwner("UPDATE creatives SET creative_hash = $2 WHERE id = $1", [
      broken.creativeId,
      creativeHash(content),
    ]);
    await campaign(await customers(1));
    expect(await deliver()).toMatchObject({ sent: 1, refused: 1 });
    expect(await rowsOf(broken.campaignId)).toMatchObject([{ state: "refused", reasons: ["render.failed"] }]);
  });
});
