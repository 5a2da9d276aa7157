import { afterAll, beforeAll, expect, test } from "vitest";
import { momentFor } from "@/server/domain/moment";
import { type Answer, type TrackingWorld, trackingWorld } from "./testing/tracking-world";

const SEED = 20261121;
const CUTS = 25;
const SENDERS = 6;
const BATCH = 20;

let world: TrackingWorld;
beforeAll(async () => {
  world = await trackingWorld(new Date("2026-03-10T12:00:00.000Z"));
});
afterAll(() => world.close());

/** Sends batches and repeats what was not answered 200, as clients do, until told to stop. */
async function sender(name: number, isOver: () => boolean): Promise<{ sent: number; refused: number }> {
  let sent = 0;
  let refused = 0;
  for (let n = 0; !isOver() || n < 5; n++) {
    const batch = Array.from({ length: BATCH }, (_, i) => ({
      type: "track",
      messageId: `${name}-${n}-${i}`,
      userId: `u${(name * 7 + n + i) % 40}`,
      anonymousId: `d${(n + i) % 90}`,
      event: "e",
    }));
    for (;;) {
      const response = await world.post("batch", JSON.stringify({ batch }));
      const answer = (await response.json()) as Answer;
      if (response.status === 200) {
        expect(answer.rejections).toEqual([]);
        break;
      }
      expect([429, 503]).toContain(response.status);
      refused++;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    sent += BATCH;
  }
  return { sent, refused };
}

test(`what was answered 200 is there once, though connections are cut ${CUTS} times (seed ${SEED})`, async () => {
  const { random } = momentFor(0, SEED, 1, 0);
  let over = false;
  const senders = Promise.all(Array.from({ length: SENDERS }, (_, name) => sender(name, () => over)));
  for (let cut = 0; cut < CUTS; cut++) {
    await new Promise((resolve) => setTimeout(resolve, 10 + random() * 40));
    await world.sql
      .rows(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`,
      )
      .catch(() => undefined);
  }
  over = true;
  const sums = await senders;
  const sent = sums.reduce((sum, one) => sum + one.sent, 0);
  expect(sums.reduce((sum, one) => sum + one.refused, 0)).toBeGreaterThan(0);
  const [row] = await world.sql.rows(
    `SELECT count(*)::int AS stored, count(DISTINCT key)::int AS different,
       (SELECT count(*)::int FROM event_keys) AS keys, (SELECT count(*)::int FROM rejected_events) AS rejected FROM events`,
  );
  expect(row).toEqual({ stored: sent, different: sent, keys: sent, rejected: 0 });
});
