import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readCampaign, storeState, withdrawUnsent } from "@/server/store/campaigns";
import type { Database } from "@/server/store/database";
import { writeChunk } from "@/server/store/decide.sql";
import { claimDue } from "../outbox/claim";
import { later, type ReviewWorld, reviewWorld } from "../review/testing/review-world";

let world: ReviewWorld;
beforeEach(async () => {
  world = await reviewWorld();
});
afterEach(() => world.close());

/** The database, slow before it locks campaigns: others come in between. */
const slow = (database: Database): Database => ({
  ...database,
  bulk: (work) =>
    database.bulk(({ client, sql }) =>
      work({
        client,
        sql: {
          async rows(text, params) {
            if (/FOR SHARE/.test(text)) await wait(300);
            return sql.rows(text, params);
          },
        },
      }),
    ),
});

test("a stop that comes into the middle of a claim waits for it, or the claim for the stop: never both", async () => {
  const reviewer = await world.person("reviewer");
  const marketer = await world.person("marketer");
  for (let id = 1; id <= 3; id++) await world.hold({ id });
  await reviewer.api.review.bulkApprove({ creativeHashes: [world.hash], expectedCount: 3 });
  world.clock.set(later(180));
  const platform = { ...world.platform, database: slow(world.database) };
  const claim = claimDue(platform, { limit: 10, actor: "system:test" });
  await wait(150);
  const stop = marketer.api.campaign.move({ id: 7, to: "stopped" });
  const answers = await Promise.allSettled([claim, stop]);
  expect(answers.filter(({ status }) => status === "rejected")).toEqual([]);
  expect((await world.outbox()).filter(({ state }) => state === "ready")).toEqual([]);
});

test("a chunk that comes into the middle of a stop waits for it and writes nothing", async () => {
  await world.sql.rows("UPDATE runs SET state = 'deciding'");
  const chunk = {
    runId: 3,
    chunk: 0,
    at: later(0),
    reviewDueAt: later(1),
    context: "{}",
    milliseconds: 1,
    rows: [],
  };
  const counts = { "sent-on": 0, held: 0, blocked: 0, skipped: 0, holdout: 0 };
  let written: ReturnType<typeof writeChunk> | undefined;
  await world.database.transaction(async (tx) => {
    await readCampaign(tx.sql, 7, true);
    written = writeChunk(world.database, { ...chunk, counts });
    await wait(200);
    await storeState(tx, 7, "stopped", later(0));
    await withdrawUnsent(tx, 7, later(0));
  });
  expect(await written).toBeNull();
  expect(await world.sql.rows("SELECT state FROM runs")).toEqual([{ state: "stopped" }]);
});
