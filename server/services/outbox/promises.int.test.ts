import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { momentFor } from "@/server/domain/moment";
import { DAY_MS, HOUR_MS } from "@/server/domain/time";
import type { Platform } from "@/server/platform";
import { moveCampaign } from "../campaign/move";
import { stopMarketing } from "../tracking/unsubscribe";
import { claimDue } from "./claim";
import { deliverDue, IN_FLIGHT } from "./deliver-due";
import { type DeliveryWorld, deliveryWorld } from "./testing/delivery-world";
import { jitteryDatabase, withoutConsentCheck, withoutFrequencyCount } from "./testing/jittery-database";
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
  await world.sql.rows("UPDATE outbox SET state = 'cancelled' WHERE state IN ('ready', 'claimed')");
});

const seeded = (seed: number) => momentFor(0, seed, 0, 0).random;

describe("P2: a revocation that is committed before the claim gives no send", () => {
  /**
   * Revokes and claims at the same time; answers the customers who were claimed wrongly. Half of them unsubscribe, which
   * locks their row: they may not be in a claim that commits later. The others' word is a bare row of the ledger, as an
   * import leaves it: they may not be in a claim that begins later.
   */
  async function race(seed: number, mutate?: (statement: string) => string): Promise<number[]> {
    const random = seeded(seed);
    const ids = await seedCustomers(world.sql, world.platform.vault, 8, START);
    await seedCampaign(world.platform.database, ids, START);
    const database = jitteryDatabase(world.platform.database, {
      random,
      longestMs: 4,
      ...(mutate ? { mutate } : {}),
    });
    const platform: Platform = { ...world.platform, database };
    const unsubscribed: number[] = [];
    const withdrawn: number[] = [];
    const wronged: number[] = [];
    const claims = async () => {
      for (let i = 0; i < 4; i++) {
        const before = new Set(withdrawn);
        const { messages } = await claimDue(platform, { limit: 2, actor: "system:test" });
        const tooLate = (id: number) => before.has(id) || unsubscribed.includes(id);
        wronged.push(...messages.map(({ customerId }) => customerId).filter(tooLate));
      }
    };
    const revokes = ids.map(async (customerId, i) => {
      const untilMs = random() * 60;
      await new Promise((resolve) => setTimeout(resolve, untilMs));
      if (i % 2 === 0) {
        await stopMarketing(platform, { customerId, outboxId: 0 }, "page");
        unsubscribed.push(customerId);
      } else {
        await withdraw(customerId);
        withdrawn.push(customerId);
      }
    });
    await Promise.all([claims(), claims(), ...revokes]);
    await world.sql.rows("UPDATE outbox SET state = 'cancelled' WHERE state IN ('ready', 'claimed')");
    return wronged;
  }

  const withdraw = (customerId: number) =>
    world.sql.rows(
      `INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
       VALUES ($1::int, 'marketing', 'email', 'withdrawn', $2, 'test', 'test', 'import:' || $1::int)`,
      [customerId, START],
    );

  test("over random interleavings", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        expect(await race(seed)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("a claim that does not check consent turns this red", async () => {
    let wronged = 0;
    for (let seed = 1; wronged === 0 && seed <= 20; seed++)
      wronged += (await race(seed, withoutConsentCheck)).length;
    expect(wronged).toBeGreaterThan(0);
  });
});

describe("P3: never more than three marketing emails in 168 hours", () => {
  /** The most that anybody got in any 168 hours, after several workers delivered twelve campaigns over nine days. */
  async function mostInWindow(seed: number, mutate?: (statement: string) => string): Promise<number> {
    world.clock.set(START);
    const ids = await seedCustomers(world.sql, world.platform.vault, 15, START);
    for (let i = 0; i < 12; i++) await seedCampaign(world.platform.database, ids, START);
    const random = seeded(seed);
    const workers = [1, 2, 3].map(() => {
      const database = jitteryDatabase(world.platform.database, {
        random,
        longestMs: 1,
        ...(mutate ? { mutate } : {}),
      });
      return { ...world.system, platform: { ...world.platform, database } };
    });
    for (let day = 0; day < 9; day += 4) {
      world.clock.set(new Date(START.getTime() + day * DAY_MS));
      await Promise.all(workers.map((worker) => deliverDue(worker, { limit: 500 })));
    }
    const rows = await world.sql.rows<{ most: number }>(
      `SELECT max(n)::int AS most FROM (
         SELECT count(*) AS n FROM outbox a JOIN outbox b ON b.customer_id = a.customer_id
           AND b.claimed_at > a.claimed_at - interval '168 hours' AND b.claimed_at <= a.claimed_at AND b.state = 'sent'
         WHERE a.customer_id = ANY($1::int[]) AND a.state = 'sent' GROUP BY a.id) AS windows`,
      [ids],
    );
    await world.sql.rows("UPDATE outbox SET state = 'cancelled' WHERE state IN ('ready', 'claimed')");
    return rows[0]?.most ?? 0;
  }

  test("with twelve campaigns and three workers", async () => {
    expect(await mostInWindow(1)).toBe(3);
  });

  test("workers that do not count each other's claims turn this red", async () => {
    expect(await mostInWindow(2, withoutFrequencyCount)).toBeGreaterThan(3);
  });
});

test("P4: after a stop commits, at most the messages in flight leave", async () => {
  const ids = await seedCustomers(world.sql, world.platform.vault, 80, START);
  const { campaignId } = await seedCampaign(world.platform.database, ids, START);
  let sentAtStop = Number.POSITIVE_INFINITY;
  let stopping: Promise<unknown> | undefined;
  world.sender.answer = async () => {
    if (world.sender.sent.length >= 30) {
      stopping ??= moveCampaign(world.admin, { id: campaignId, to: "stopped" }).then(() => {
        sentAtStop = world.sender.sent.length;
      });
      // however slow the machine is, no provider answers before the stop stands
      await stopping;
    }
    return { kind: "sent", response: "250 ok" };
  };
  await deliverDue(world.system, { limit: 500 });
  await stopping;
  world.clock.advance(HOUR_MS);
  await deliverDue(world.system, { limit: 500 });
  expect(sentAtStop).toBeLessThan(80);
  expect(world.sender.sent.length - sentAtStop).toBeLessThanOrEqual(IN_FLIGHT);
  const [row] = await world.sql.rows<{ n: number }>(
    "SELECT count(*)::int AS n FROM outbox WHERE campaign_id = $1 AND state = 'cancelled'",
    [campaignId],
  );
  expect(row?.n).toBe(80 - world.sender.sent.length);
});
