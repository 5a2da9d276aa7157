import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COPY, later, type ReviewWorld, reviewWorld, start } from "./testing/review-world";

let world: ReviewWorld;
let ines: Awaited<ReturnType<ReviewWorld["person"]>>;
beforeAll(async () => {
  world = await reviewWorld();
  ines = await world.person("reviewer");
  for (let id = 1; id <= 25; id++) {
    const reasons = id % 5 === 0 ? ["high-value.vip", "review.all"] : ["review.all"];
    await world.hold({ id, risk: (id % 4) / 10, dueAt: later(60 + (id % 3)), reasons });
  }
});
afterAll(() => world.close());

/** Every page of a list, as the console turns them. */
async function pages(input: Parameters<typeof ines.api.review.list>[0]) {
  const rows = [];
  let after = null;
  do {
    const page: Awaited<ReturnType<typeof ines.api.review.list>> = await ines.api.review.list({
      ...input,
      after,
    });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

describe("the queue", () => {
  test("shows the riskiest first, then what is due, without a gap or a repetition between pages", async () => {
    const rows = await pages({ limit: 4 });
    expect(rows).toHaveLength(25);
    const sorted = [...rows].sort(
      (a, b) => b.risk - a.risk || a.dueAt.getTime() - b.dueAt.getTime() || a.id - b.id,
    );
    expect(rows.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
  });

  test("can be sorted by deadline", async () => {
    const rows = await pages({ limit: 7, sort: "due" });
    const sorted = [...rows].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.id - b.id);
    expect(rows.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
    expect(rows).toHaveLength(25);
  });

  test("keeps what a rule doubts apart from what the campaign has looked at anyway", async () => {
    expect((await pages({ tab: "flagged", limit: 2 })).map(({ id }) => id).sort((a, b) => a - b)).toEqual([
      5, 10, 15, 20, 25,
    ]);
  });

  test("is filtered by reason, campaign and customer", async () => {
    expect((await pages({ reasons: ["high-value.vip"] })).map(({ id }) => id % 5)).toEqual([0, 0, 0, 0, 0]);
    expect(await pages({ campaignId: 99 })).toEqual([]);
    expect((await pages({ customerId: 9 })).map(({ id }) => id)).toEqual([9]);
  });

  test("names the customer from the vault, and nobody who was erased", async () => {
    await world.sql.rows("DELETE FROM person_keys WHERE customer_id = 2");
    const rows = await pages({});
    expect(rows.find(({ id }) => id === 1)?.customer).toBe("Elena Marsh 1");
    expect(rows.find(({ id }) => id === 2)?.customer).toBeNull();
  });

  test("is read by an index", async () => {
    const plan = await world.database.bulk(async ({ sql }) => {
      await sql.rows("SET LOCAL enable_seqscan = off"); // a small table is read whole for good reason
      return sql.rows<{ "QUERY PLAN": string }>(
        "EXPLAIN SELECT i.id FROM review_items i WHERE i.state = 'held' ORDER BY i.risk DESC, i.due_at, i.id LIMIT 50",
      );
    });
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/review_items_state_risk_due_at_id_idx/);
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).not.toMatch(/Sort/);
  });
});

describe("one message", () => {
  test("comes with what a reviewer needs beside it", async () => {
    const item = await ines.api.review.get({ id: 5 });
    expect(item).toMatchObject({
      id: 5,
      campaign: "Win back",
      segment: "lapsing",
      creativeHash: world.hash,
      sameContent: 25,
      currency: "USD",
      person: { firstName: "Elena", lastName: "Marsh 5", email: "elena5@example.test" },
      creative: { copy: COPY, writtenBy: "model", approvedAt: null },
      decision: {
        segmentor: "Behaviour",
        propensity: 0.45,
        insights: [{ code: "orders.silence", figure: 20 }],
      },
      candidates: [
        { action: "message", scoreMinor: 41.5, chance: 0.9, isDrawn: true },
        { action: "nudge", scoreMinor: 12, chance: 0.1, isDrawn: false },
      ],
      alternatives: [{ id: 12, action: "nudge", subject: "A nudge", scoreMinor: 12 }],
    });
    expect(item.reasons).toEqual([
      {
        code: "high-value.vip",
        guardrail: "high-value",
        level: "doubt",
        facts: { vip: true },
        span: "a while",
      },
      { code: "review.all", guardrail: null, level: null, facts: null, span: null },
    ]);
    expect(item.preview).toMatchObject({ ok: true, html: expect.stringContaining("Hello Elena") });
    expect(item.timeline[0]).toMatchObject({ kind: "decision", name: "held", detail: "Win back" });
    expect(item.timeline.filter(({ kind }) => kind === "order")).toHaveLength(8);
  });

  test("that does not exist is not found", async () => {
    await expect(ines.api.review.get({ id: 4711 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the day", () => {
  test("counts what waits and what was decided since midnight, with the median of the asking person", async () => {
    const other = await world.person("reviewer");
    for (const [id, ms] of [
      [21, 10_000],
      [22, 30_000],
      [23, 50_000],
    ] as const) {
      await ines.api.review.approve({ id, creativeHash: world.hash, ms });
    }
    await other.api.review.reject({ id: 24, reasonCode: "tone", ms: 1_000 });
    expect(await ines.api.review.counts({})).toEqual({
      held: 21,
      overdue: 0,
      mine: 0,
      decidedToday: 4,
      mineToday: 3,
      medianMs: 30_000,
      teamMedianMs: 20_000,
    });
    world.clock.set(later(24 * 60));
    expect(await ines.api.review.counts({})).toMatchObject({ overdue: 21, decidedToday: 0, medianMs: null });
    world.clock.set(start);
    expect((await pages({ tab: "decided", limit: 3 })).map(({ id }) => id)).toEqual([24, 23, 22, 21]);
  });
});
