import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { tracedCandidates } from "@/server/domain/traced-candidates";
import { Refusal } from "@/server/errors";
import { activeQuarters } from "@/server/store/active-quarters.sql";
import { consentsOf, latestDecision, numbersOf, suppressionsOf } from "@/server/store/customers-read.sql";
import { TIMELINE_SHOWS, timelinePage } from "@/server/store/customers-timeline.sql";
import type { Sql } from "@/server/store/database";
import { loadFacts } from "@/server/store/facts.sql";
import { planOf } from "@/server/store/held-creatives";
import { readPeople } from "@/server/store/people";
import { heldDecision } from "@/server/store/review-context";
import { newestCount } from "@/server/store/segments.sql";
import { settingInForce } from "@/server/store/settings";
import { view } from "../verb";
import { activeHours } from "./active-hours";
import { knownCustomer } from "./head";
import { timelinePlace } from "./place";
import { standingOf } from "./standing-of";

const input = z.object({
  id: rowId,
  /** what the timeline is narrowed to */
  show: z.enum(TIMELINE_SHOWS).default("all"),
  /** `timeline.next` of the page before; null: from now on back */
  after: timelinePlace.nullable().default(null),
  limit: z.number().int().min(1).max(200).default(50),
});

/**
 * One customer: who they are, what they agreed to, what the agent knows (as of `asOf`), what happened, newest first, and
 * what was decided last and why. Where the number turned out to be another customer, that one is answered.
 */
export const getCustomer = view({ needs: "customer.read", input }, async ({ ctx, now, input }) => {
  const { database, vault } = ctx.platform;
  const { sql } = database;
  const record = await knownCustomer(sql, input.id);
  const { id } = record;
  const numbers = await numbersOf(sql, id);
  const [
    people,
    consents,
    suppressions,
    facts,
    entries,
    lastDecision,
    count,
    configuration,
    company,
    quarters,
  ] = await Promise.all([
    readPeople(sql, vault, [id]),
    consentsOf(sql, id),
    suppressionsOf(sql, id),
    loadFacts(sql, [id], now),
    timelinePage(sql, numbers, input.show, { after: input.after, now, limit: input.limit + 1 }),
    explainedLast(sql, numbers, now),
    newestCount(sql),
    settingInForce(sql, "configuration"),
    settingInForce(sql, "company"),
    activeQuarters(sql, [id], now),
  ]);
  const known = facts.get(id);
  if (known === undefined) throw new Refusal("NOT_FOUND", `id: customer ${id} was removed meanwhile`);
  const page = entries.slice(0, input.limit);
  const last = page.at(-1);
  return {
    ...record,
    asOf: now,
    person: personOf(people.get(id)),
    consents,
    suppressions,
    facts: known,
    standing: standingOf(known, count, configuration.body, now.getTime()),
    active: activeHours(quarters.get(id) ?? [], known, company.body, configuration.body, now.getTime()),
    timeline: {
      rows: page.map(({ atMs, key, ...entry }) => ({ ...entry, place: `${atMs}:${key}` })),
      next: entries.length > input.limit && last ? `${last.atMs}:${last.key}` : null,
    },
    lastDecision,
  };
});

type Known = NonNullable<ReturnType<Awaited<ReturnType<typeof readPeople>>["get"]>>;

/** Everything that is sealed, with null for what is not known; null: nothing is, or it was erased. */
function personOf(person: Known | undefined) {
  if (person === undefined) return null;
  return {
    userId: person.userId ?? null,
    firstName: person.firstName ?? null,
    lastName: person.lastName ?? null,
    email: person.email ?? null,
    phone: person.phone ?? null,
    city: person.city ?? null,
    postalCode: person.postalCode ?? null,
  };
}

async function explainedLast(sql: Sql, numbers: readonly number[], now: Date) {
  const latest = await latestDecision(sql, numbers, now);
  if (latest === null) return null;
  const { customerId, ...decision } = latest;
  const [whole, plan] = await Promise.all([
    heldDecision(sql, decision.runId, customerId),
    planOf(sql, decision.runId),
  ]);
  return {
    ...decision,
    reasons: [...(whole?.trace?.reasons ?? [])],
    insights: whole?.trace?.insights ?? [],
    candidates: tracedCandidates(whole?.trace ?? {}, plan?.arms ?? [], decision),
  };
}
