import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { campaignBody } from "@/server/domain/campaign";
import type { CopyWriter } from "@/server/llm/contract";
import { rulesWriter, writtenByRules } from "@/server/llm/rules-writer";
import { NOW, type RunWorld, runWorld } from "./testing/run-world";

const PEOPLE = 300;
let world: RunWorld;

beforeAll(async () => {
  world = await runWorld(PEOPLE);
}, 120_000);
afterAll(() => world.close());
beforeEach(() => {
  world.platform.writer = rulesWriter;
});

describe("asking for a run", () => {
  test("answers its id, tells the engine, and leaves an entry in the audit", async () => {
    const campaignId = await world.campaign();
    const { runId } = await world.marketer.run.request({ campaignId });
    expect(world.events.at(-1)).toMatchObject({ name: "run/requested", data: { runId } });
    expect((await world.audit("run.request")).at(-1)).toMatchObject({ entity: String(runId) });
    const run = await world.marketer.run.get({ runId });
    expect(run).toMatchObject({
      state: "freezing",
      at: NOW,
      configurationVersion: 1,
      policyVersion: 1,
      plan: null,
    });
  });

  test("twice with one ref is one run; without, the second waits for the first", async () => {
    const campaignId = await world.campaign();
    const first = await world.marketer.run.request({ campaignId, ref: "monday" });
    expect(await world.marketer.run.request({ campaignId, ref: "monday" })).toEqual(first);
    await expect(world.marketer.run.request({ campaignId })).rejects.toMatchObject({ code: "CONFLICT" });
    const other = await world.campaign();
    await expect(world.marketer.run.request({ campaignId: other, ref: "monday" })).rejects.toThrow(
      /choose another/,
    );
  });

  test("of a campaign that is not live, or not there, is refused", async () => {
    const campaignId = await world.campaign();
    await world.sql.rows("UPDATE campaigns SET state = 'paused' WHERE id = $1", [campaignId]);
    await expect(world.marketer.run.request({ campaignId })).rejects.toThrow(/a paused campaign cannot run/);
    await expect(world.marketer.run.request({ campaignId: 999_999 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("freezing", () => {
  test("takes who fits the audience as of the run's instant, once", async () => {
    const audience = { all: [{ field: "silenceDays" as const, op: ">=" as const, value: 60 }] };
    const { runId } = await world.marketer.run.request({ campaignId: await world.campaign({ audience }) });
    const frozen = await world.system.run.freeze({ runId });
    const silent = `SELECT 1 FROM orders o WHERE o.customer_id = customers.id
      AND o.at > '${NOW.toISOString()}'::timestamptz - interval '60 days'`;
    expect(frozen.audience).toBe(await world.count("customers", `NOT EXISTS (${silent})`));
    expect(frozen.audience).toBeGreaterThan(0);
    expect(await world.system.run.freeze({ runId })).toEqual(frozen);
    expect(await world.count("run_audience", `run_id = ${runId}`)).toBe(frozen.audience);
  });

  test("nobody is a run without chunks, that ends well", async () => {
    const audience = { all: [{ field: "orders" as const, op: ">=" as const, value: 1000 }] };
    const { runId, chunks } = await world.ready(await world.campaign({ audience }));
    expect(chunks).toBe(0);
    expect(await world.system.run.finish({ runId })).toEqual({ state: "done", counts: {} });
  });
});

describe("writing", () => {
  const pieces = 7 * 4 * 2; // segments, arms, variants
  const languages = 2; // a tenth of the customers read German

  test("makes every piece once, with its links, and fixes the plan", async () => {
    const campaignId = await world.campaign();
    const { runId } = await world.marketer.run.request({ campaignId });
    await world.system.run.freeze({ runId });
    expect(await world.system.run.writeCreatives({ runId })).toEqual({
      creatives: pieces * languages,
      written: pieces * languages,
    });
    expect(await world.system.run.writeCreatives({ runId })).toEqual({ creatives: 0, written: 0 });
    expect(await world.count("creatives", `campaign_id = ${campaignId}`)).toBe(pieces * languages);
    const linked = `creative_id IN (SELECT id FROM creatives WHERE campaign_id = ${campaignId})`;
    expect(await world.count("tracked_links", linked)).toBe(pieces * languages * 2);
    const { plan, state } = await world.marketer.run.get({ runId });
    expect(state).toBe("deciding");
    expect(plan?.creatives).toHaveLength(pieces * languages);
    expect(plan?.population.buyers).toBe(PEOPLE);
    expect(plan?.population.ordersCuts).toHaveLength(4);
  });

  test("again under the same inputs takes what stands, approval included", async () => {
    const campaignId = await world.campaign();
    const first = await world.whole(campaignId);
    await world.sql.rows(
      "UPDATE creatives SET approved_at = $2, approved_by = 'user:1' WHERE campaign_id = $1",
      [campaignId, NOW],
    );
    const { runId } = await world.ready(campaignId);
    const [before, after] = await Promise.all(
      [first, runId].map((id) => world.marketer.run.get({ runId: id })),
    );
    expect(after?.plan?.creatives).toEqual(before?.plan?.creatives);
    expect(await world.count("creatives", `campaign_id = ${campaignId}`)).toBe(pieces * languages);
  });

  test("other words in the brief are other pieces; the old ones stay as they were", async () => {
    const campaignId = await world.campaign();
    await world.whole(campaignId);
    const body = campaignBody.parse({
      name: "Win back",
      goal: "win-back",
      brief: "Mention the spring collection.",
    });
    await world.sql.rows(
      "INSERT INTO campaign_versions (campaign_id, version, body, author, at) VALUES ($1, 2, $2::jsonb, 'test', $3)",
      [campaignId, JSON.stringify(body), NOW],
    );
    await world.sql.rows("UPDATE campaigns SET version = 2 WHERE id = $1", [campaignId]);
    const { runId } = await world.ready(campaignId);
    const { plan } = await world.marketer.run.get({ runId });
    const [first] = plan?.creatives ?? [];
    expect(await world.count("creatives", `id = ${first?.id} AND campaign_version = 2`)).toBe(1);
    expect(await world.count("creatives", `campaign_id = ${campaignId}`)).toBe(2 * pieces * languages);
  });

  test("offers pieces that rules wrote to a model that has come since, and keeps the model's", async () => {
    const campaignId = await world.campaign();
    await world.whole(campaignId);
    let asked = 0;
    const model: CopyWriter = {
      async write(briefs) {
        asked += briefs.length;
        return briefs.map((brief) => {
          const copy = writtenByRules(brief);
          return {
            text: { ...copy.text, subject: `A thought for you (${brief.variant})` },
            writtenBy: "model",
            model: "test-model",
            promptVersion: "1",
          };
        });
      },
    };
    world.platform.writer = model;
    const second = await world.whole(campaignId);
    expect(asked).toBe(pieces * languages);
    const { plan } = await world.marketer.run.get({ runId: second });
    expect(plan?.creatives.every(({ writtenBy }) => writtenBy === "model")).toBe(true);
    // unseen words of a model are held, whatever else is fine
    expect(await world.count("decisions", `run_id = ${second} AND verdict = 'sent-on'`)).toBe(0);
    expect(
      await world.count("review_items", `run_id = ${second} AND 'review.words-unapproved' = ANY(reasons)`),
    ).toBeGreaterThan(0);
    await world.sql.rows("UPDATE creatives SET approved_at = $2 WHERE campaign_id = $1", [campaignId, NOW]);
    const third = await world.whole(campaignId);
    expect(asked).toBe(pieces * languages);
    expect(await world.count("decisions", `run_id = ${third} AND verdict = 'sent-on'`)).toBeGreaterThan(0);
  });
});

describe("the end of a run", () => {
  test("waits for every chunk, wakes the delivery once, and is final", async () => {
    const { runId } = await world.ready(await world.campaign());
    await expect(world.system.run.finish({ runId })).rejects.toThrow(/1 chunks of run \d+ are not decided/);
    const counts = await world.system.run.decideChunk({ runId, chunk: 0 });
    const woken = () => world.events.filter(({ name }) => name === "outbox/ready").length;
    const before = woken();
    expect(await world.system.run.finish({ runId })).toEqual({ state: "done", counts });
    expect(await world.system.run.finish({ runId })).toEqual({ state: "done", counts });
    expect(woken()).toBe(before + 1);
    const { rows } = await world.marketer.run.list({ limit: 1 });
    expect(rows[0]).toMatchObject({ id: runId, state: "done", decidedChunks: 1, counts, audience: PEOPLE });
  });

  test("a stop takes back what waits and what is held, and nothing more is decided", async () => {
    const { runId } = await world.ready(await world.campaign());
    const counts = await world.system.run.decideChunk({ runId, chunk: 0 });
    const { withdrawn } = await world.marketer.run.stop({ runId, reason: "the wrong list" });
    expect(withdrawn).toEqual({ messages: counts["sent-on"], reviews: counts.held });
    expect(await world.count("outbox", `run_id = ${runId} AND state = 'ready'`)).toBe(0);
    expect(await world.count("review_items", `run_id = ${runId} AND state = 'held'`)).toBe(0);
    expect(world.events.at(-1)).toMatchObject({ name: "run/stopped", data: { runId } });
    expect(await world.system.run.finish({ runId })).toMatchObject({ state: "stopped" });
    await expect(world.marketer.run.stop({ runId, reason: "again" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("a chunk that meets a stop on its way leaves nothing that could be sent", async () => {
    const { runId } = await world.ready(await world.campaign());
    await Promise.all([
      world.system.run.decideChunk({ runId, chunk: 0 }),
      world.marketer.run.stop({ runId, reason: "at once" }),
    ]);
    expect(await world.count("outbox", `run_id = ${runId} AND state = 'ready'`)).toBe(0);
    expect(await world.count("review_items", `run_id = ${runId} AND state = 'held'`)).toBe(0);
  });

  test("a chunk of a stopped campaign decides nobody", async () => {
    const campaignId = await world.campaign();
    const { runId } = await world.ready(campaignId);
    await world.sql.rows("UPDATE campaigns SET state = 'stopped' WHERE id = $1", [campaignId]);
    const counts = await world.system.run.decideChunk({ runId, chunk: 0 });
    expect(Object.values(counts).every((n) => n === 0)).toBe(true);
    expect(await world.count("decisions", `run_id = ${runId}`)).toBe(0);
  });

  test("a run that was given up says so, and may still be stopped", async () => {
    const { runId } = await world.ready(await world.campaign());
    expect(await world.system.run.fail({ runId })).toEqual({ state: "failed" });
    expect(await world.system.run.fail({ runId })).toEqual({ state: "failed" });
    expect(await world.marketer.run.stop({ runId, reason: "clean up" })).toMatchObject({ runId });
  });
});

describe("a second run", () => {
  test("of a new policy leaves the first under its own; each names its version", async () => {
    const campaignId = await world.campaign();
    const first = await world.ready(campaignId);
    await world.sql.rows(
      `INSERT INTO setting_versions (kind, version, body, note, author, published_at)
       SELECT kind, 2, jsonb_set(body, '{consent,required}', 'false'), '', 'test', $1 FROM setting_versions WHERE kind = 'policy' AND version = 1`,
      [NOW],
    );
    await world.system.run.decideChunk({ runId: first.runId, chunk: 0 });
    await world.system.run.finish({ runId: first.runId });
    const second = await world.whole(campaignId);
    const missing = (runId: number) =>
      world.count("decisions", `run_id = ${runId} AND 'consent.missing' = ANY(reasons)`);
    expect(await missing(first.runId)).toBeGreaterThan(0);
    expect(await missing(second)).toBe(0);
    expect(await world.marketer.run.get({ runId: second })).toMatchObject({ policyVersion: 2 });
  });
});
