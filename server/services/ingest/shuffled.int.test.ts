import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS } from "@/server/domain/time";
import { deliveries, history, IDENTIFIERS, type Made } from "./testing/generated-history";
import { type TrackingWorld, trackingWorld } from "./testing/tracking-world";
import type { Tracker } from "./tracker";

const SEED = 20261121;
const RUNS = 25;
const begin = new Date("2026-03-01T00:00:00.000Z");

let world: TrackingWorld;
beforeAll(async () => {
  world = await trackingWorld(begin);
});
afterAll(() => world.close());

async function deliver(tracker: Tracker, batch: readonly Made[], receivedMs: number): Promise<void> {
  const now = begin.getTime() + receivedMs;
  world.clock.set(new Date(now));
  const bodies = batch.map(({ ms, body }) => ({ ...body, timestamp: new Date(begin.getTime() + ms) }));
  const text = JSON.stringify({ sentAt: new Date(now), batch: bodies });
  const traits = { suspicious: false, large: false };
  const answer = await tracker.takeBatch(JSON.parse(text), world.writeKeyId, traits);
  expect(answer).toMatchObject({ taken: true, rejected: [] });
}

type Row = Record<string, unknown> & { id: number };

/** All that events leave behind, customers named by their identifiers instead of their numbers. */
async function finalState() {
  const names = new Map<number, string[]>();
  for (const { kind, value } of IDENTIFIERS) {
    const id = await world.customerOf(kind, value);
    if (id !== null) names.set(id, [...(names.get(id) ?? []), `${kind}:${value}`]);
  }
  const nameOf = (id: number) => names.get(id)?.sort().join(" ") ?? `nobody (${id})`;
  const named = async (query: string) =>
    (await world.sql.rows<Row>(query))
      .map(({ id, ...row }) => ({ customer: nameOf(id), ...row }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const people = [];
  for (const id of names.keys()) {
    // of two numbers of one person, the first that came stays on show
    const { userId: _, ...person } = (await world.person(id)) ?? {};
    const { asOf: __, ...shown } = person as Record<string, unknown>;
    people.push({ customer: nameOf(id), ...shown });
  }
  return {
    people: people.sort((a, b) => (a.customer < b.customer ? -1 : 1)),
    customers: await named(
      `SELECT id, country, time_zone, time_zone_source, language, vip, has_email, created_at
       FROM customers WHERE merged_into IS NULL`,
    ),
    events: await named(
      "SELECT customer_id AS id, encode(uuid_send(key), 'hex') AS key, type, name, at, properties FROM events",
    ),
    orders: await named(
      `SELECT customer_id AS id, ref, at, revenue_minor, currency,
         (SELECT jsonb_agg(to_jsonb(l) - 'order_id' ORDER BY l.sku) FROM order_lines l WHERE l.order_id = o.id) AS lines
       FROM orders o`,
    ),
    rejected: await world.sql.rows("SELECT field, reason FROM rejected_events"),
  };
}

test(`events repeated five times, shuffled and late end in the state of those in order (${RUNS} runs, seed ${SEED})`, async () => {
  const runs = history.chain((made) => fc.tuple(fc.constant(made), deliveries(made)));
  await fc.assert(
    fc.asyncProperty(runs, async ([made, batches]) => {
      await world.empty();
      const inOrder = [...made].sort((a, b) => a.ms - b.ms);
      await deliver(world.anotherTracker(), inOrder, 7 * DAY_MS);
      const expected = await finalState();
      await world.empty();
      // two processes, each with what it remembers
      const trackers = [world.anotherTracker(), world.anotherTracker()] as const;
      for (const [i, { batch, receivedMs }] of batches.entries())
        await deliver(trackers[i % 2 === 0 ? 0 : 1], batch, receivedMs);
      expect(await finalState()).toEqual(expected);
    }),
    { seed: SEED, numRuns: RUNS },
  );
}, 300_000);
