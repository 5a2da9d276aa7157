import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { momentFor } from "@/server/domain/moment";
import { OUTBOX_MOVES, type OutboxState } from "@/server/domain/review";
import { HOUR_MS } from "@/server/domain/time";
import { verifyAudit } from "@/server/store/audit-verify";
import { openDatabase } from "@/server/store/database";
import { IN_FLIGHT } from "./deliver-due";
import { FAILPOINTS, type Failpoint } from "./failpoint";
import { recoverLeases } from "./recover-leases";
import { type Account, accountFor } from "./testing/account-for";
import { bundlePrograms, type Programs } from "./testing/bundle-programs";
import type { DeliverOrder } from "./testing/deliver-program";
import { type DeliveryWorld, deliveryWorld } from "./testing/delivery-world";
import { type RecordingSink, startRecordingSink } from "./testing/recording-sink";
import { runDeliver } from "./testing/run-and-kill";
import { seedCampaign, seedCustomers } from "./testing/seed-campaign";

const SEED = 20261102;
const MOST_HOURS = 12;
let programs: Programs;
let world: DeliveryWorld;
let sink: RecordingSink;
const { random } = momentFor(0, SEED, 0, 0);

beforeAll(async () => {
  programs = await bundlePrograms();
});
afterAll(() => programs.remove());
beforeEach(async () => {
  // the program runs on the machine's clock
  world = await deliveryWorld(new Date());
  sink = await startRecordingSink({ random, dropped: 0.002, putOff: 0.01 });
});
afterEach(async () => {
  await sink.close();
  await world.close();
});

const order = (over: Partial<DeliverOrder> = {}): DeliverOrder => ({
  databaseUrl: world.appUrl,
  peopleKey: Buffer.alloc(32, 7).toString("base64"),
  smtpUrl: sink.url,
  renderScript: programs.renderThread,
  failpoints: "",
  aheadMs: 0,
  sendThenRecord: false,
  ...over,
});

/** Kills the program at seeded moments: every other time at a named failpoint, else after a random while. Answers how often it died. */
async function deliverAndKill(
  kills: number,
  points: readonly Failpoint[] = FAILPOINTS,
  over: Partial<DeliverOrder> = {},
): Promise<number> {
  let died = 0;
  for (let i = 0; i < kills; i++) {
    const point = points[Math.floor(i / 2) % points.length];
    const times = 1 + Math.floor(random() * 4);
    const atPoint = i % 2 === 0;
    const afterMs = atPoint ? null : 40 + random() * 360;
    const { killed } = await runDeliver(
      programs.deliver,
      order({ ...over, failpoints: atPoint ? `${point}:${times}` : "" }),
      afterMs,
    );
    if (killed) died++;
  }
  return died;
}

/** Lets leases run out and what was put off become due, and delivers until nothing is left. */
async function finish(over: Partial<DeliverOrder> = {}): Promise<void> {
  for (let hours = 0; hours <= MOST_HOURS; hours++) {
    await runDeliver(programs.deliver, order({ ...over, aheadMs: hours * HOUR_MS }), null);
    world.clock.set(new Date(Date.now() + hours * HOUR_MS));
    await recoverLeases(world.system, {});
    // a message may be put off in several rounds
    const [row] = await world.sql.rows<{ open: number }>(
      "SELECT count(*)::int AS open FROM outbox WHERE state IN ('ready', 'claimed')",
    );
    if (row?.open === 0) return;
  }
}

async function campaignOf(count: number): Promise<number> {
  const now = new Date(Date.now() - 1000);
  const ids = await seedCustomers(world.sql, world.platform.vault, count, now);
  return (await seedCampaign(world.platform.database, ids, now)).campaignId;
}

const account = (campaignId: number): Promise<Account> =>
  accountFor(world.sql, campaignId, sink.messageIds, world.platform.vault.sign.bind(world.platform.vault));

/** Writes down every change of state that any process makes. Answers what was seen since. */
async function watchMoves(): Promise<() => Promise<{ from: OutboxState; to: OutboxState }[]>> {
  const owner = openDatabase(world.ownerUrl, 1);
  await owner.sql.rows("CREATE TABLE moves_seen (was text, became text)");
  await owner.sql.rows("GRANT INSERT ON moves_seen TO PUBLIC");
  await owner.sql.rows(`CREATE FUNCTION note_move() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO moves_seen VALUES (OLD.state, NEW.state); RETURN NEW; END $$`);
  await owner.sql.rows(
    "CREATE TRIGGER note_move AFTER UPDATE ON outbox FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION note_move()",
  );
  return async () => {
    const seen = await owner.sql.rows<{ from: OutboxState; to: OutboxState }>(
      'SELECT DISTINCT was AS "from", became AS "to" FROM moves_seen',
    );
    await owner.close();
    return seen;
  };
}

test("a campaign of 2,000 survives 20 kills: nothing twice, nothing lost, little uncertain, the chain whole", async () => {
  const campaignId = await campaignOf(2_000);
  const movesSeen = await watchMoves();
  const died = await deliverAndKill(20);
  await finish();
  const moves = await movesSeen();
  expect(moves.filter(({ from, to }) => !OUTBOX_MOVES[from].includes(to))).toEqual([]);
  expect(moves).toContainEqual({ from: "claimed", to: "uncertain" });
  const { total, byState, duplicates, unaccounted } = await account(campaignId);
  expect({ total, duplicates, unaccounted }).toEqual({ total: 2_000, duplicates: 0, unaccounted: [] });
  expect(died).toBeGreaterThanOrEqual(15);
  expect(byState.uncertain ?? 0).toBeLessThanOrEqual(died * IN_FLIGHT + sink.droppedCount());
  expect((byState.sent ?? 0) + (byState.uncertain ?? 0)).toBe(2_000);
  expect(await verifyAudit(world.platform.database)).toMatchObject({ verified: true, broken: null });
}, 300_000);

test("a program that sends first and records afterwards turns this red", async () => {
  const campaignId = await campaignOf(200);
  await deliverAndKill(4, ["after-data"], { sendThenRecord: true });
  await finish({ sendThenRecord: true });
  const { duplicates } = await account(campaignId);
  expect(duplicates).toBeGreaterThan(0);
}, 300_000);
