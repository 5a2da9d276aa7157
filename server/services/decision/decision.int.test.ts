import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guardrails } from "@/server/guardrails";
import { NOW, type RunWorld, runWorld } from "@/server/services/run/testing/run-world";
import { applyPatches } from "@/server/store/people-write";

const PEOPLE = 300;
let world: RunWorld;
let first: number;
let second: number;

beforeAll(async () => {
  world = await runWorld(PEOPLE);
  first = await world.whole(await world.campaign());
  second = await world.whole(await world.campaign({ name: "Another", holdoutShare: 0.3 }));
}, 120_000);
afterAll(() => world.close());

type Filter = Parameters<RunWorld["marketer"]["decision"]["list"]>[0];

async function everyId(filter: Filter): Promise<string[]> {
  const ids: string[] = [];
  let before: string | null = null;
  do {
    const page = await world.marketer.decision.list({ limit: 70, ...filter, before });
    ids.push(...page.rows.map(({ id }) => id));
    before = page.next;
  } while (before !== null);
  return ids;
}

describe("the list of decisions", () => {
  test("pages through everything once, newest run first", async () => {
    const ids = await everyId({});
    expect(new Set(ids).size).toBe(2 * PEOPLE);
    expect(ids).toHaveLength(2 * PEOPLE);
    expect(ids.slice(0, PEOPLE).every((id) => id.startsWith(`${second}-`))).toBe(true);
  });

  test("by run, campaign, customer, verdict and reason, alone and together", async () => {
    expect(await everyId({ runId: first })).toHaveLength(PEOPLE);
    expect(await everyId({ customerId: 7 })).toEqual([`${second}-7`, `${first}-7`]);
    const blocked = await everyId({ runId: first, verdict: "blocked" });
    expect(blocked).toHaveLength(await world.count("decisions", `run_id = ${first} AND verdict = 'blocked'`));
    const unasked = await everyId({ reason: "consent.missing" });
    expect(unasked).toHaveLength(await world.count("decisions", "'consent.missing' = ANY(reasons)"));
    expect(await everyId({ campaignId: 999_999 })).toEqual([]);
  });

  test("by what stands behind a figure: to be sent, with a message, or left in these days", async () => {
    const toSend = await everyId({ among: "to-send" });
    expect(toSend).toHaveLength(await world.count("decisions", "verdict IN ('sent-on', 'held')"));
    expect(await everyId({ among: "to-send", verdict: "blocked" })).toEqual([]);
    const worded = await everyId({ among: "worded", channel: "email" });
    expect(worded).toHaveLength(
      await world.count("decisions", "verdict IN ('sent-on', 'held', 'blocked') AND channel = 'email'"),
    );
    const [id = ""] = toSend;
    const [runId = 0, customerId = 0] = id.split("-").map(Number);
    const leftAt = new Date("2026-06-20T10:00:00Z");
    await world.sql.rows(
      `INSERT INTO touches (outbox_id, at, run_id, customer_id, campaign_id, channel, variant, segment, creative_id, message_id, cost_minor)
       VALUES (1, $1, $2, $3, 1, 'email', 'a', 'none', 1, 'one', 0)`,
      [leftAt, runId, customerId],
    );
    const day = { from: new Date("2026-06-20T00:00:00Z"), to: new Date("2026-06-21T00:00:00Z") };
    expect(await everyId({ among: "left", ...day })).toEqual([id]);
    expect(await everyId({ among: "left", ...day, from: day.to, to: null })).toEqual([]);
    expect(await everyId(day)).toEqual([]);
    expect(await world.marketer.decision.places({ among: "left", ...day })).toMatchObject({ total: 1 });
  });

  test("names people to whoever may read customers, and finds them by name for nobody else", async () => {
    const values = { firstName: "Ines", lastName: "Okonkwo" };
    const patches = [{ customerId: 7, patch: { atMs: NOW.getTime(), values }, seenMs: NOW.getTime() }];
    await world.database.bulk((bulk) => applyPatches(bulk, world.platform.vault, NOW, patches, "last"));
    const { rows } = await world.marketer.decision.list({ person: "okonkwo" });
    expect(rows.map(({ id, customer }) => [id, customer])).toEqual([
      [`${second}-7`, "Ines Okonkwo"],
      [`${first}-7`, "Ines Okonkwo"],
    ]);
    expect((await world.marketer.decision.get({ id: `${first}-7` })).customer).toBe("Ines Okonkwo");
    const { api } = await world.person("executive");
    expect((await api.decision.list({ customerId: 7 })).rows.map(({ customer }) => customer)).toEqual([
      null,
      null,
    ]);
    expect((await api.decision.get({ id: `${first}-7` })).customer).toBeNull();
    await expect(api.decision.list({ person: "okonkwo" })).rejects.toThrow("customer.read");
  });

  test("refuses a cursor that is no decision", async () => {
    await expect(world.marketer.decision.list({ before: "7" })).rejects.toThrow(/run-customer/);
    await expect(world.marketer.decision.list({ before: "9999999999-1" })).rejects.toThrow(
      /no such decision/,
    );
  });
});

describe("one decision", () => {
  const one = async (verdict: "sent-on" | "held" | "blocked" | "holdout") => {
    const { rows } = await world.marketer.decision.list({ runId: first, verdict, limit: 1 });
    return world.marketer.decision.get({ id: rows[0]?.id ?? "" });
  };

  test("that was sent on shows ten nodes passed, its candidates, every guardrail and the message that waits", async () => {
    const decision = await one("sent-on");
    expect(decision.nodes.map(({ name }) => name)).toHaveLength(10);
    expect(decision.nodes.every(({ state }) => state === "passed")).toBe(true);
    expect(decision.candidates).toHaveLength(8);
    expect(decision.candidates.filter(({ isChosen }) => isChosen)).toHaveLength(1);
    const sum = decision.candidates.reduce((total, { propensity }) => total + propensity, 0);
    expect(sum).toBeCloseTo(1, 9);
    const [chosen] = decision.candidates.filter(({ isChosen }) => isChosen);
    expect(chosen?.propensity).toBe(decision.decision.propensity);
    expect(decision.checks.map(({ guardrail }) => guardrail)).toEqual(Object.keys(guardrails));
    expect(decision.checks.every(({ level }) => level === "clear")).toBe(true);
    expect(decision.outbox).toMatchObject({ state: "ready" });
    expect(decision.review).toBeNull();
    expect(decision.facts.emailConsent).toBe("granted");
    expect(decision.versions).toMatchObject({ policy: 1, configuration: 1, brand: 1, company: 1 });
  });

  test("that is held shows the doubts at safety and the review that waits", async () => {
    const decision = await one("held");
    const safety = decision.nodes.find(({ name }) => name === "safety");
    expect(safety?.reasons.length).toBeGreaterThan(0);
    expect(decision.checks.some(({ level }) => level === "doubt")).toBe(true);
    expect(decision.review).toMatchObject({ state: "held" });
    expect(decision.outbox).toBeNull();
  });

  test("that was blocked ends at safety, names what blocked and the facts it read", async () => {
    const decision = await one("blocked");
    const states = Object.fromEntries(decision.nodes.map(({ name, state }) => [name, state]));
    expect(states).toMatchObject({
      message: "passed",
      safety: "ended",
      review: "not-reached",
      record: "passed",
    });
    const blocks = decision.checks.filter(({ level }) => level === "block");
    expect(blocks.length).toBeGreaterThan(0);
    for (const { code, guardrail, facts } of blocks) {
      expect(decision.decision.reasons).toContain(code);
      const { reads } = guardrails[guardrail as keyof typeof guardrails];
      expect(Object.keys(facts)).toEqual([...reads]);
    }
  });

  test("of somebody held out ends at action, before any candidate is weighed", async () => {
    const decision = await one("holdout");
    expect(decision.nodes.find(({ state }) => state === "ended")).toMatchObject({ name: "action" });
    expect(decision.candidates).toEqual([]);
    expect(decision.checks).toEqual([]);
    expect(decision.insights.length).toBeLessThanOrEqual(4);
  });

  test("that does not exist is not found", async () => {
    await expect(world.marketer.decision.get({ id: "999999-1" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
