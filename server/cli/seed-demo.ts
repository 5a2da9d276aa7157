import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/server/domain/time";
import { env } from "@/server/env.mjs";
import { workThroughQueue } from "./demo/reviewer";
import { publishDemoSettings } from "./demo/settings";
import { makeUpShop } from "./demo/shop-history";
import { openStage, type Stage } from "./demo/stage";
import { openTill } from "./demo/till";
import { openWebsite } from "./demo/website";
import { demoAccounts, hireStaff, type Staff } from "./support/staff";

// Everything a visitor sees on the first start is computed from rows that came through the product's own services, on
// a clock that is wound from five weeks ago to now. Only the shop and its people are made up.
const today = new Date();
const daysAgo = (days: number) => new Date(today.getTime() - days * DAY_MS);

const stage = await openStage(daysAgo(35));
try {
  if (await isUsed(stage)) console.log("The database is in use: the demo company was not made.");
  else await makeDemo(stage);
} finally {
  await stage.close();
}

async function isUsed({ platform }: Stage): Promise<boolean> {
  const [row] = await platform.database.sql.rows<{ used: boolean }>(
    "SELECT EXISTS (SELECT FROM users) OR EXISTS (SELECT FROM customers) AS used",
  );
  return row?.used ?? true;
}

async function makeDemo(stage: Stage): Promise<void> {
  const accounts = demoAccounts("alderandfinch.example");
  const staff = await hireStaff(stage.platform, accounts);
  await publishDemoSettings(staff);
  const shop = makeUpShop(today);
  const till = openTill(stage, staff, shop);
  const website = await openWebsite(stage, staff, shop.events);
  await till.bringEverything();
  await website.report();

  const campaignId = await launchWinBack(staff);
  await draftCrossSell(staff);
  await run(stage, staff, campaignId, 0.9);
  for (const days of [21, 8]) {
    await stage.windTo(daysAgo(days));
    await till.bringNewOrders();
    await website.report();
    await run(stage, staff, campaignId, 0.85);
  }
  await stage.windTo(new Date(today.getTime() - 3 * HOUR_MS));
  await till.bringNewOrders();
  await till.bringTickets();
  await website.report();
  await run(stage, staff, campaignId, 0.2);
  await stage.windTo(today);
  await till.bringNewOrders();
  const { days } = await stage.system.measure.joinOutcomes({ sinceDays: 100 });
  await stage.system.measure.rollUp({ days });
  await announce(accounts);
}

async function launchWinBack({ marketer }: Staff): Promise<number> {
  const { id } = await marketer.campaign.create({
    name: "Win back quiet customers",
    goal: "win-back",
    audience: {
      all: [
        { field: "silenceDays", op: ">=", value: 30 },
        { field: "orders", op: ">=", value: 2 },
      ],
    },
    reviewSample: 0.15,
    brief: "They know us. Remind them of what they liked; no hurry.",
  });
  await marketer.campaign.move({ id, to: "live", reason: "as agreed for this season" });
  return id;
}

async function draftCrossSell({ marketer }: Staff): Promise<void> {
  const brief = "One thing that fits the last one.";
  await marketer.campaign.create({ name: "What goes with it", goal: "cross-sell", brief });
}

/** A run from its request to its last decision; after an hour a reviewer takes `reviewed` of what was held. */
async function run(stage: Stage, staff: Staff, campaignId: number, reviewed: number): Promise<void> {
  const { system, clock } = stage;
  const { runId } = await staff.marketer.run.request({ campaignId });
  const { chunks } = await system.run.freeze({ runId });
  await system.run.writeCreatives({ runId });
  for (let chunk = 0; chunk < chunks; chunk++) await system.run.decideChunk({ runId, chunk });
  await system.run.finish({ runId });
  await stage.windTo(new Date(clock.now().getTime() + 20 * MINUTE_MS));
  await workThroughQueue(stage, staff, reviewed);
  if (clock.now().getTime() + 2 * DAY_MS > today.getTime()) return;
  await stage.windTo(new Date(clock.now().getTime() + 26 * HOUR_MS));
  await system.review.expireOverdue({});
}

async function announce(
  accounts: readonly { role: string; email: string; password: string }[],
): Promise<void> {
  await mkdir(env.DATA_DIR, { recursive: true });
  const file = path.join(env.DATA_DIR, "demo-accounts.json");
  const shown = accounts.map(({ role, email, password }) => ({ role, email, password }));
  await writeFile(file, JSON.stringify(shown, null, 2), { mode: 0o600 });
  for (const { role, email, password } of shown)
    console.log(`${role.padEnd(10)} ${email.padEnd(34)} ${password}`);
}
