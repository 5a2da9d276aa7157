import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ChunkContext } from "@/server/domain/chunk-context";
import { HOUR_MS } from "@/server/domain/time";
import { verifyAudit } from "@/server/store/audit-verify";
import { NOW, type RunWorld, runWorld } from "./testing/run-world";

const PEOPLE = 4100;
let world: RunWorld;

beforeAll(async () => {
  world = await runWorld(PEOPLE);
}, 120_000);
afterAll(() => world.close());

const of = (runId: number) => `run_id = ${runId}`;

describe("a chunk", () => {
  let runId: number;
  let first: Record<string, number>;

  beforeAll(async () => {
    const ready = await world.ready(await world.campaign());
    runId = ready.runId;
    expect(ready).toMatchObject({ chunks: 3, audience: PEOPLE });
    first = await world.system.run.decideChunk({ runId, chunk: 0 });
  });

  test("leaves one decision and one trace per customer, and what follows from each", async () => {
    expect(Object.values(first).reduce((a, b) => a + b, 0)).toBe(2000);
    for (const verdict of ["sent-on", "held", "blocked", "holdout"])
      expect(first[verdict]).toBeGreaterThan(0);
    expect(await world.count("decisions", of(runId))).toBe(2000);
    expect(await world.count("decision_traces", of(runId))).toBe(2000);
    expect(await world.count("outbox", `${of(runId)} AND state = 'ready'`)).toBe(first["sent-on"]);
    expect(await world.count("review_items", `${of(runId)} AND state = 'held'`)).toBe(first.held);
  });

  test("decided again answers the stored counts and changes nothing", async () => {
    const blocks = await world.count("audit_blocks");
    expect(await world.system.run.decideChunk({ runId, chunk: 0 })).toEqual(first);
    expect(await world.count("decisions", of(runId))).toBe(2000);
    expect(await world.count("audit_blocks")).toBe(blocks);
  });

  test("decided twice at the same time stands once", async () => {
    const [one, other] = await Promise.all([
      world.system.run.decideChunk({ runId, chunk: 1 }),
      world.system.run.decideChunk({ runId, chunk: 1 }),
    ]);
    expect(one).toEqual(other);
    expect(await world.count("decisions", `${of(runId)} AND chunk = 1`)).toBe(2000);
    expect(await world.count("audit_blocks", `${of(runId)} AND chunk = 1`)).toBe(1);
  });

  test("that breaks while it is written leaves nothing, and can be decided again", async () => {
    const [last] = await world.sql.rows<{ id: number }>(
      "SELECT max(customer_id) AS id FROM run_audience WHERE run_id = $1 AND chunk = 2",
      [runId],
    );
    await world.owner.rows(
      "INSERT INTO decision_traces (run_id, customer_id, trace) VALUES ($1, $2, 'in the way')",
      [runId, last?.id],
    );
    await expect(world.system.run.decideChunk({ runId, chunk: 2 })).rejects.toThrow(/duplicate key/);
    expect(await world.count("run_chunks", `${of(runId)} AND chunk = 2`)).toBe(0);
    expect(await world.count("decisions", `${of(runId)} AND chunk = 2`)).toBe(0);
    await world.owner.rows("DELETE FROM decision_traces WHERE run_id = $1 AND customer_id = $2", [
      runId,
      last?.id,
    ]);
    const counts = await world.system.run.decideChunk({ runId, chunk: 2 });
    expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(PEOPLE - 4000);
  });

  test("is one block of the chain over its rows, and the chain verifies", async () => {
    expect(await world.count("audit_blocks", `${of(runId)} AND kind = 'decisions'`)).toBe(3);
    expect(await verifyAudit(world.database)).toMatchObject({ verified: true, broken: null });
  });

  test("keeps the plan that all chunks share, and traces name it", async () => {
    const rows = await world.sql.rows<{ chunk: number; context: ChunkContext; names: string[] }>(
      `SELECT k.chunk, k.context, array_agg(DISTINCT t.trace::jsonb ->> 'context') AS names
       FROM run_chunks k JOIN decisions d USING (run_id, chunk) JOIN decision_traces t USING (run_id, customer_id)
       WHERE run_id = $1 GROUP BY 1, 2`,
      [runId],
    );
    expect(rows).toHaveLength(3);
    const [one] = rows;
    for (const { context, names } of rows) {
      expect(context).toEqual(one?.context);
      expect(names).toHaveLength(1);
    }
    expect(one?.context.plan.arms.length).toBeGreaterThanOrEqual(3);
  });

  test("holds messages with what a reviewer needs: the words' hash, reasons, risk and a deadline", async () => {
    const [item] = await world.sql.rows<Record<string, unknown>>(
      `SELECT i.*, c.creative_hash = i.creative_hash AS same, d.send_at AS planned FROM review_items i
       JOIN creatives c ON c.id = i.creative_id
       JOIN decisions d ON d.run_id = i.run_id AND d.customer_id = i.customer_id WHERE i.run_id = $1 AND 'complaint.open' = ANY(i.reasons) LIMIT 1`,
      [runId],
    );
    expect(item).toMatchObject({ same: true, state: "held", edited: false, opened_at: world.clock.now() });
    expect(item?.risk).toBeGreaterThanOrEqual(0.8);
    expect(item?.due_at).toEqual(new Date(world.clock.now().getTime() + 24 * HOUR_MS));
    expect(item?.send_at).toEqual(item?.planned);
  });

  test("plans nothing before the run's instant, and only for whom every guardrail let by", async () => {
    expect(await world.count("outbox", `${of(runId)} AND not_before < '${NOW.toISOString()}'`)).toBe(0);
    const barred = `${of(runId)} AND customer_id IN (
      SELECT customer_id FROM consents WHERE state = 'withdrawn'
      UNION SELECT id FROM customers WHERE vip OR NOT has_email
      UNION SELECT customer_id FROM tickets
      UNION SELECT i.customer_id FROM identities i JOIN suppressions s USING (kind, hash))`;
    expect(await world.count("outbox", barred)).toBe(0);
    const unasked = `${of(runId)} AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.customer_id = outbox.customer_id)`;
    expect(await world.count("outbox", unasked)).toBe(0);
  });
});

describe("a decision made again", () => {
  test("from what was stored is the same: row and trace, whatever the verdict", async () => {
    const runId = await world.whole(
      await world.campaign({ name: "Again", reviewSample: 0.05, rollout: 0.8 }),
    );
    for (const verdict of ["sent-on", "held", "blocked", "skipped", "holdout"] as const) {
      const { rows } = await world.marketer.decision.list({ runId, verdict, limit: 40 });
      expect(rows.length).toBeGreaterThan(0);
      for (const { id } of rows) {
        const again = await world.marketer.decision.replay({ id });
        expect([id, again.changes, again.isContextIntact, again.otherRules]).toEqual([id, [], true, []]);
      }
    }
  });

  test("under a stricter policy shows what it would have changed", async () => {
    const runId = await world.whole(await world.campaign({ name: "Stricter" }));
    const { body: policy } = (await world.marketer.settings.current({ kind: "policy" })) as { body: object };
    await world.sql.rows(
      "INSERT INTO setting_versions (kind, version, body, note, author, published_at) VALUES ('policy', 2, $1::jsonb, '', 'test', $2)",
      [JSON.stringify({ ...policy, engagement: { floor: 1 } }), NOW],
    );
    const { rows } = await world.marketer.decision.list({ runId, verdict: "sent-on", limit: 5 });
    for (const { id } of rows) {
      const again = await world.marketer.decision.replay({ id, policyVersion: 2 });
      expect(again.isSame).toBe(false);
      expect(again.decision).toMatchObject({ verdict: "blocked", reasons: ["engagement.low"] });
      expect(again.changes).toEqual(
        expect.arrayContaining([{ field: "verdict", before: "sent-on", after: "blocked" }]),
      );
    }
  });

  test("is said to rest on something else where the chunk's context was altered", async () => {
    const runId = await world.whole(await world.campaign({ name: "Altered" }));
    const { rows } = await world.marketer.decision.list({ runId, limit: 1 });
    const id = rows[0]?.id ?? "";
    expect((await world.marketer.decision.get({ id })).isContextIntact).toBe(true);
    await world.owner.rows(
      "UPDATE run_chunks SET context = jsonb_set(context, '{plan,seed}', '1') WHERE run_id = $1",
      [runId],
    );
    expect((await world.marketer.decision.replay({ id })).isContextIntact).toBe(false);
  });
});
