import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rulesWriter, writtenByRules } from "@/server/llm/rules-writer";
import { type CampaignWorld, campaignWorld, winBack } from "./testing/campaign-world";

let world: CampaignWorld;
let marketer: CampaignWorld["marketer"];
beforeEach(async () => {
  world = await campaignWorld();
  ({ marketer } = world);
});
afterEach(() => world.close());

const body = winBack;

describe("the audience", () => {
  test("is counted, of how many customers", async () => {
    for (let id = 1; id <= 12; id++) await world.customer(id, id * 20);
    expect(await marketer.api.campaign.previewAudience({ audience: body.audience })).toEqual({
      count: 8,
      customers: 12,
    });
  });

  test("is followed step by step, and five show what would become of them", async () => {
    for (let id = 1; id <= 12; id++) await world.customer(id, id * 20);
    await world.sql.rows("UPDATE customers SET has_email = true WHERE id <= 11");
    await world.sql.rows(`INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
      SELECT n, 'marketing', 'email', 'granted', '2026-01-01', 'test', 'test', 'c' || n FROM generate_series(1, 10) n`);
    const { id } = await marketer.api.campaign.create({ ...body, holdoutShare: 0 });
    const reach = await marketer.api.campaign.reach({ id, ...body, holdoutShare: 0 });
    expect(reach).toMatchObject({ total: 8, judged: 8, isEstimate: false });
    expect(reach.steps[0]).toEqual({ step: "consent", left: 6, low: 6, high: 6, stopped: 2 });
    expect(reach.steps.map(({ left }) => left)).toEqual(
      [...reach.steps.map(({ left }) => left)].sort((a, b) => b - a),
    );
    expect(reach.people).toHaveLength(5);
    const again = await marketer.api.campaign.reach({ id, ...body, draw: 3 });
    expect(again.people.map(({ customerId }) => customerId)).not.toEqual(
      reach.people.map(({ customerId }) => customerId),
    );
    const executive = await world.person("executive");
    await expect(executive.api.campaign.reach({ id, ...body })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("is estimated from 1,000 of a larger one, with an interval", async () => {
    await world.sql.rows(
      `INSERT INTO customers (created_at, has_email) SELECT '2025-01-01', n % 4 = 0 FROM generate_series(1, 1200) n`,
    );
    await world.sql.rows(`INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
      SELECT id, 'marketing', 'email', 'granted', '2026-01-01', 'test', 'test', 'c' || id FROM customers`);
    const { id } = await marketer.api.campaign.create(body);
    const everyone = { ...body.audience, rules: [], groups: [] };
    const reach = await marketer.api.campaign.reach({ id, ...body, audience: everyone });
    expect(reach).toMatchObject({ total: 1200, judged: 1000, isEstimate: true });
    const [consent] = reach.steps;
    if (consent === undefined) throw new Error("there are steps");
    // a quarter has an address; the interval of 1,000 draws is 2.7 points wide on either side
    expect(consent.low).toBeLessThan(consent.left);
    expect(consent.high - consent.low).toBeLessThan(70);
    expect([consent.low <= 300, consent.high >= 300]).toEqual([true, true]);
  });

  test("offers what its rules may name", async () => {
    await world.customer(1, 20);
    const { id } = await marketer.api.campaign.create(body);
    expect(await marketer.api.campaign.audienceChoices()).toEqual({
      categories: [],
      countries: ["US"],
      campaigns: [{ id, name: body.name }],
    });
  });
});

describe("the content", () => {
  test("is asked for, written once, and rendered for a customer", async () => {
    world.platform.writer = rulesWriter;
    await world.ready();
    const { id } = await marketer.api.campaign.create({ ...body, variants: ["a"], actions: ["nudge"] });
    const before = await marketer.api.campaign.content({ id });
    expect(before.writer).toBe("rules");
    expect(before.pieces.length).toBeGreaterThan(0);
    expect(before.pieces.every(({ creative }) => creative === null)).toBe(true);
    await marketer.api.campaign.requestContent({ id });
    expect(world.events.at(-1)).toEqual({
      name: "campaign/content-requested",
      data: { campaignId: id, key: null },
    });
    const { written } = await world.system.campaign.writeContent({ campaignId: id, key: null });
    expect(written).toBe(before.pieces.length);
    expect(await world.system.campaign.writeContent({ campaignId: id, key: null })).toEqual({ written: 0 });
    const [piece] = (await marketer.api.campaign.content({ id })).pieces;
    expect(piece?.creative).toMatchObject({
      writtenBy: "rules",
      approved: false,
      problems: [],
      findings: [],
    });
    const shown = await marketer.api.campaign.previewPiece({
      creativeId: piece?.creative?.id ?? 0,
      customerId: 1,
    });
    expect(shown.message).toMatchObject({ ok: true, subject: piece?.creative?.subject });
    expect(shown.findings.map(({ guardrail }) => guardrail)).toContain("consent");
  });

  test("is written again by a model, and only then", async () => {
    world.platform.writer = rulesWriter;
    await world.ready();
    const { id } = await marketer.api.campaign.create({ ...body, variants: ["a"], actions: ["nudge"] });
    await world.system.campaign.writeContent({ campaignId: id, key: null });
    const [piece] = (await marketer.api.campaign.content({ id })).pieces;
    const key = piece?.key ?? "";
    expect(await world.system.campaign.writeContent({ campaignId: id, key })).toEqual({ written: 0 });
    let asked = 0;
    world.platform.writer = {
      write: async (briefs) =>
        briefs.map((brief) => {
          asked += 1;
          const copy = writtenByRules(brief);
          const text = { ...copy.text, subject: `Another thought ${asked}` };
          return { ...copy, text, writtenBy: "model" };
        }),
    };
    expect(await world.system.campaign.writeContent({ campaignId: id, key })).toEqual({ written: 1 });
    expect(await world.system.campaign.writeContent({ campaignId: id, key })).toEqual({ written: 1 });
    expect(asked).toBe(2);
    const again = (await marketer.api.campaign.content({ id })).pieces.find((one) => one.key === key);
    expect(again?.creative).toMatchObject({ subject: "Another thought 2", writtenBy: "model" });
    await expect(marketer.api.campaign.requestContent({ id, key: "0".repeat(64) })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("variants", () => {
  test("are counted by touch, machines left out", async () => {
    await world.sql.rows("SELECT ensure_months('touches', '{2026-02-01}')");
    await world.sql.rows(`INSERT INTO touches (outbox_id, at, run_id, customer_id, campaign_id, channel, variant, segment, creative_id, message_id, cost_minor)
      SELECT n, '2026-02-20', 1, n, 7, 'email', CASE WHEN n <= 4 THEN 'a' ELSE 'b' END, 's', 1, 'm' || n, 0 FROM generate_series(1, 6) n`);
    await world.sql.rows(`INSERT INTO outcomes (outbox_id, customer_id, campaign_id, kind, at, bot, value_minor, ref)
      VALUES (1, 1, 7, 'conversion', '2026-02-21', false, 500, 'r1'), (1, 1, 7, 'conversion', '2026-02-22', false, 700, 'r2'),
        (5, 5, 7, 'click', '2026-02-21', true, 0, 'r3'), (2, 2, 7, 'click', '2026-02-21', false, 0, 'r4')`);
    const { touches, variants } = await marketer.api.campaign.variants({ id: 7 });
    expect(touches).toBe(6);
    expect(variants).toMatchObject([
      { variant: "a", touches: 4, clicked: 1, ordered: 1, revenueMinor: 1200, orderRate: { value: 0.25 } },
      { variant: "b", touches: 2, clicked: 0, ordered: 0, revenueMinor: 0, clickRate: { value: 0 } },
    ]);
  });
});
