import { setImmediate as turn } from "node:timers/promises";
import { sealContext } from "@/server/domain/chunk-context";
import { FACT_GROUPS } from "@/server/domain/fact-groups";
import type { RunPlan } from "@/server/domain/run-plan";
import type { Draft } from "@/server/guardrails/contract";
import { draftOf } from "@/server/guardrails/draft-of";
import type { Ports, Shift, Words } from "@/server/pipeline/ports";
import { approvedAmong, creativeBodies } from "@/server/store/creatives.sql";
import type { Database, Sql } from "@/server/store/database";
import { fillFacts } from "@/server/store/facts.sql";
import { loadOffersGiven } from "@/server/store/offers-given.sql";
import { readPlan } from "@/server/store/runs";

/** A run's plan with what guardrails read of its creatives: never changes once it is fixed. */
export type Prepared = { plan: RunPlan; drafts: ReadonlyMap<number, Draft> };

// Chunks of the same run share it; a few runs may go on at once.
const prepared = new WeakMap<Database, Map<number, Promise<Prepared>>>();
const MOST_RUNS = 4;

/** The plan of a run that is deciding. Throws where none is fixed yet. */
export function preparedRun(database: Database, runId: number): Promise<Prepared> {
  const runs = prepared.get(database) ?? new Map<number, Promise<Prepared>>();
  prepared.set(database, runs);
  const known = runs.get(runId);
  if (known !== undefined) return known;
  if (runs.size >= MOST_RUNS) runs.clear();
  const asked = prepare(database.sql, runId).catch((error: unknown) => {
    runs.delete(runId);
    throw error;
  });
  runs.set(runId, asked);
  return asked;
}

async function prepare(sql: Sql, runId: number): Promise<Prepared> {
  const plan = await readPlan(sql, runId);
  if (plan === null) throw new Error(`run ${runId} has no plan yet`);
  const ids = plan.creatives.map(({ id }) => id);
  return { plan, drafts: await draftsOf(sql, plan, ids) };
}

/** What guardrails read of those of the plan's creatives, by id. */
export async function draftsOf(sql: Sql, plan: RunPlan, ids: readonly number[]): Promise<Map<number, Draft>> {
  const bodies = await creativeBodies(sql, ids);
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const drafts = new Map<number, Draft>();
  for (const { id, channel, offerId } of plan.creatives) {
    const body = byId.get(id);
    if (body === undefined) continue;
    const offer = plan.configuration.offers.find((one) => one.id === offerId) ?? null;
    drafts.set(id, draftOf({ ...body, channel, unsubscribeUrl: null }, offer, plan.company.postalAddress));
  }
  return drafts;
}

/** The plan's creatives with their drafts; `approved` are the ids that a person has approved. */
export function wordsOf({ plan, drafts }: Prepared, approved: ReadonlySet<number>): Words[] {
  return plan.creatives.flatMap((creative) => {
    const draft = drafts.get(creative.id);
    return draft === undefined ? [] : [{ creative, draft, approved: approved.has(creative.id) }];
  });
}

/** The way of one chunk down the line, asking the database, and the context that its traces will name. */
export async function shiftFor(
  sql: Sql,
  run: Prepared,
  chunk: number,
): Promise<{ shift: Shift; context: string }> {
  const { plan } = run;
  const now = new Date(plan.atMs);
  const ids = plan.creatives.map(({ id }) => id);
  const approved = await approvedAmong(sql, ids);
  const words = wordsOf(run, new Set(approved));
  const context = sealContext({ plan, approved, facts: FACT_GROUPS });
  const hasOffers = plan.arms.some(({ offerId }) => offerId !== null);
  const ports: Ports = {
    plan: async () => plan,
    facts: (groups, sheets) => fillFacts(sql, sheets, now, groups),
    offersGiven: async (customers) => (hasOffers ? loadOffersGiven(sql, customers) : new Map()),
    words: async () => words,
  };
  const breathe = async () => {
    await turn();
  };
  const shift = { nowMs: plan.atMs, seed: plan.seed, chunk, context: context.hash, ports, breathe };
  return { shift, context: context.text };
}
