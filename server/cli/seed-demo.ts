import { MINUTE_MS } from "@/server/domain/time";
import { env } from "@/server/env.mjs";
import { type DemoAccount, keepDemoAccounts } from "@/server/services/session/demo-accounts";
import { openDatabase } from "@/server/store/database";
import { DRAFT, SEGMENTS } from "./demo/campaigns";
import { countSegments } from "./demo/count-segments";
import { Season } from "./demo/season";
import { publishDemoSettings } from "./demo/settings";
import { makeUpShop } from "./demo/shop-history";
import { openStage, type Stage } from "./demo/stage";
import { openTill } from "./demo/till";
import { daysBefore, FIRST_DAY, timetable } from "./demo/timetable";
import { Timings } from "./demo/timings";
import { openWebsite } from "./demo/website";
import { callerOf, demoAccounts, hireStaff } from "./support/staff";

// Everything a visitor sees on the first start is computed from rows that came through the product's own services, on
// a clock that is wound from nine weeks ago to now. Only the shop, its people and how they react are made up.
const DOMAIN = "alderandfinch.example";
/** A company that is made a little later is the same one. */
const TODAY_STEP_MS = 10 * MINUTE_MS;
const today = new Date(Math.floor(Date.now() / TODAY_STEP_MS) * TODAY_STEP_MS);
const timings = new Timings();

const stage = await openStage(daysBefore(today, FIRST_DAY), today);
try {
  if (await isUsed(stage)) console.log("The database is in use: the demo company was not made.");
  else await makeDemo(stage);
} finally {
  await stage.close();
  if (process.argv.includes("--timings")) timings.print();
}

async function isUsed({ platform }: Stage): Promise<boolean> {
  const [row] = await platform.database.sql.rows<{ used: boolean }>(
    "SELECT EXISTS (SELECT FROM users) OR EXISTS (SELECT FROM customers) AS used",
  );
  return row?.used ?? true;
}

async function makeDemo(stage: Stage): Promise<void> {
  const accounts = demoAccounts(DOMAIN);
  const staff = await timings.of("accounts", () => hireStaff(stage.platform, accounts));
  const colleague = { role: "reviewer", name: "Ines Ortega", email: `ines@${DOMAIN}` } as const;
  const password = "demo second reviewer of touchline";
  await staff.admin.team.create({ ...colleague, password, roles: [colleague.role] });
  const reviewers = [staff.reviewer, await callerOf(stage.platform, { ...colleague, password })];
  const reportTo = accounts.filter(({ role }) => role === "executive").map(({ email }) => email);
  await publishDemoSettings(staff, reportTo);

  const shop = await timings.of("make up the shop", async () => makeUpShop(today));
  const till = openTill(stage, staff, shop);
  const website = await openWebsite(stage, staff, shop.events);
  await timings.of("import", () => till.open());
  const season = new Season({ stage, staff, reviewers, till, website, timings, today });
  await season.newWeek();
  await season.newTickets();
  await timings.of("gather statistics", gatherStatistics);
  for (const { daysAgo, play } of timetable()) {
    await season.wind(daysBefore(today, daysAgo));
    await play(season);
  }
  await staff.marketer.campaign.create(DRAFT);
  for (const segment of SEGMENTS) await staff.marketer.segment.save(segment);
  await season.wind(today);
  await timings.of("events", () => website.report());
  await timings.of("import", () => till.bringWeek());
  const { days } = await timings.of("measure", () =>
    stage.system.measure.joinOutcomes({ sinceDays: FIRST_DAY + 7 }),
  );
  await timings.of("measure", () => stage.system.measure.rollUp({ days }));
  await timings.of("count segments", () => countSegments(stage));
  await announce(accounts);
}

/** What the planner does by itself some minutes later: until then it takes the new tables for empty ones. */
async function gatherStatistics(): Promise<void> {
  if (env.MIGRATE_DATABASE_URL === undefined) return;
  const owner = openDatabase(env.MIGRATE_DATABASE_URL, 1);
  await owner.sql.rows("ANALYZE");
  await owner.close();
}

async function announce(accounts: readonly DemoAccount[]): Promise<void> {
  await keepDemoAccounts(env.DATA_DIR, accounts);
  for (const { role, email, password } of accounts)
    console.log(`${role.padEnd(10)} ${email.padEnd(34)} ${password}`);
}
