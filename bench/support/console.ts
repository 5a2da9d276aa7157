import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { CampaignInput } from "@/server/domain/campaign";
import { env } from "@/server/env.mjs";
import { closePlatform, openPlatform } from "@/server/open-platform";
import { openDatabase } from "@/server/store/database";
import { askSteadily, latencies } from "./ask-steadily";
import { ACCOUNT, makeAccount } from "./bench-account";
import { type Console, signIn } from "./console-client";
import { count } from "./options";
import { seedCampaign } from "./seed-campaign";
import { seedCustomers } from "./seed-customers";
import { seedSettings } from "./seed-settings";
import { startPrograms } from "./start-programs";

const HOUR_MS = 3_600_000;
const IDLE_MS = 20_000;
const POLL_MS = 250;
const WARM_UPS = 5;
const say = (words: string) => console.error(`  ${words}`);

/**
 * How fast the review page's calls are answered over HTTP while a campaign over so many customers is decided: the built
 * site, the worker and the engine as processes of their own, as `npm start` runs them. A smaller campaign is decided
 * before, so that the queue is not empty. `idle…` are the same calls before the run.
 */
export async function consoleUnderLoad(given: Readonly<Record<string, string>>): Promise<object> {
  const customers = count(given, "customers", 100_000);
  const perSecond = count(given, "calls", 5);
  const campaigns = await seed(customers);
  const programs = await startPrograms();
  try {
    const site = await signIn(`http://127.0.0.1:${env.PORT}`, ACCOUNT);
    await decideAll(site, campaigns.small);
    const page = await openPage(site);
    say(`${page.held} messages are held; measuring for ${IDLE_MS / 1000} s without a run`);
    const idle = latencies(await askSteadily(page.calls, perSecond, sleep(IDLE_MS)));
    const run = decideAll(site, campaigns.large);
    const asked = await askSteadily(page.calls, perSecond, run);
    const { audience, seconds } = await run;
    say(
      `decided ${audience} customers in ${Math.round(seconds)} s; load average ${loadavg()[0]?.toFixed(1)}`,
    );
    const { errors: idleErrors, ...idleMs } = idle;
    return {
      ...latencies(asked),
      decideRatePerSecond: Math.round(audience / seconds),
      idleP50Ms: idleMs.p50Ms,
      idleP95Ms: idleMs.p95Ms,
      idleErrors,
      customers: audience,
      seconds: Math.round(seconds * 10) / 10,
      held: page.held,
      loadAverage: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    };
  } finally {
    await programs.stop();
  }
}

/** Customers, settings, one account, and two campaigns: of the very important only, and of all. */
async function seed(customers: number): Promise<{ small: number; large: number }> {
  if (env.MIGRATE_DATABASE_URL === undefined) throw new Error("the bench needs MIGRATE_DATABASE_URL");
  const now = new Date(Date.now() - HOUR_MS);
  const owner = openDatabase(env.MIGRATE_DATABASE_URL, 1);
  const platform = openPlatform();
  try {
    await seedSettings(owner.sql, now);
    await seedCustomers(owner.sql, customers, now);
    const campaign = (name: string, audience: CampaignInput["audience"]) =>
      seedCampaign(owner.sql, now, { name, audience });
    const small = await campaign("Important ones", { all: [{ field: "vip", op: "=", value: true }] });
    const large = await campaign("Win back", { all: [{ field: "silenceDays", op: ">=", value: 1 }] });
    await owner.sql.rows("ANALYZE");
    await makeAccount(platform, ["marketer", "reviewer"]);
    say(`seeded ${customers} customers`);
    return { small, large };
  } finally {
    await closePlatform(platform);
    await owner.close();
  }
}

/** Asks for a run as a marketer does and waits for its end: how many were decided, in how long from the request. */
async function decideAll(site: Console, campaignId: number): Promise<{ audience: number; seconds: number }> {
  const started = performance.now();
  const { runId } = await site.run.request.mutate({ campaignId });
  for (;;) {
    await sleep(POLL_MS);
    const { state, audience } = await site.run.get.query({ runId });
    if (state === "done") return { audience, seconds: (performance.now() - started) / 1000 };
    if (state === "failed" || state === "stopped") throw new Error(`run ${runId} is ${state}`);
  }
}

/** The calls that the review page makes, each for another message where it is for one; made a few times before. */
async function openPage(site: Console) {
  const first = await site.review.list.query({ limit: 50 });
  const ids = first.rows.map(({ id }) => id);
  if (ids.length === 0) throw new Error("nothing is held: there is no page to look at");
  let opened = 0;
  const calls = [
    () => site.review.list.query({ limit: 50 }),
    () => site.review.get.query({ id: ids[opened++ % ids.length] ?? 0 }),
    () => site.review.counts.query({}),
  ];
  for (let i = 0; i < WARM_UPS; i++) for (const call of calls) await call();
  const { held } = await site.review.counts.query({});
  return { calls, held };
}
