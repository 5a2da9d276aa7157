import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { systemCaller } from "@/server/api/system-caller";
import { systemClock } from "@/server/clock";
import type { Clock } from "@/server/domain/clock";
import { momentFor } from "@/server/domain/moment";
import { MINUTE_MS } from "@/server/domain/time";
import { env } from "@/server/env.mjs";
import { closePlatform, openPlatform } from "@/server/open-platform";
import { IN_FLIGHT } from "@/server/services/outbox/deliver-due";
import { accountFor } from "@/server/services/outbox/testing/account-for";
import { type RecordingSink, startRecordingSink } from "@/server/services/outbox/testing/recording-sink";
import { verifyAudit } from "@/server/store/audit-verify";
import { Installation, PROCESSES, type ProcessName } from "./kill-test/installation";
import { withMutantWorker } from "./kill-test/mutant-worker";
import { hireEveryone, launchEverything, prepareShop } from "./kill-test/prepare";

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "2000" },
    kills: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    /** with a worker that sends first and records afterwards: this must not end well */
    mutant: { type: "boolean", default: false },
  },
});
const messages = Number(values.messages);
const kills = Number(values.kills);
const started = performance.now();
const { random } = momentFor(0, Number(values.seed), 1, 0);
const say = (text: string) =>
  console.error(`  ${Math.round((performance.now() - started) / 1000)} s: ${text}`);

const PATIENCE_MS = 15 * MINUTE_MS;
const LEASE_OVER_MS = 11 * MINUTE_MS;

const sink = await startRecordingSink({ random, dropped: 0.002, putOff: 0, delayMs: 150 });
const home = path.join(env.DATA_DIR, "installation");
const installation = new Installation(home, {
  // biome-ignore lint/style/noProcessEnv: the supervisor inherits ours, but for a few settings
  ...process.env,
  DATA_DIR: home,
  SMTP_URL: sink.url,
  INNGEST_BASE_URL: "", // so that it runs an engine of its own
  NODE_ENV: "development", // in production it would ask for real secrets
  ...(values.mutant ? await withMutantWorker(env.DATA_DIR) : {}),
});
/** When every lease of a killed worker is over. */
const later: Clock = { now: () => new Date(systemClock.now().getTime() + LEASE_OVER_MS) };
const platform = openPlatform();
const report = await killTest(sink).finally(async () => {
  await installation.stop();
  await closePlatform(platform);
  await sink.close();
});
// the last line, after whatever closing has to say
console.log(JSON.stringify(report));
process.exitCode = report.ok ? 0 : 1;

async function killTest(sink: RecordingSink) {
  const staff = await hireEveryone(platform);
  await prepareShop(platform, staff, messages);
  say("starting web, worker, engine and their supervisor");
  await installation.start();
  const { campaignId, runId } = await launchEverything(staff);
  const killed = await killAsItGoes(sink);
  await until(
    "every message has been tried",
    async () => (await countOf("ready")) === 0 && (await isDone(runId)),
  );
  await installation.stop();
  await systemCaller(openPlatform({ ...platform, clock: later }), "kill-test").outbox.recoverLeases({});

  const { database, vault } = platform;
  const account = await accountFor(database.sql, campaignId, sink.messageIds, vault.sign.bind(vault));
  const audit = await verifyAudit(database);
  const uncertain = account.byState.uncertain ?? 0;
  const mostUncertain = kills * IN_FLIGHT + sink.droppedCount();
  const isClean =
    account.total === messages &&
    account.duplicates === 0 &&
    account.unaccounted.length === 0 &&
    uncertain <= mostUncertain &&
    audit.verified;
  for (const problem of account.unaccounted.slice(0, 20)) say(problem);
  return {
    messages: account.total,
    atSink: new Set(sink.messageIds).size,
    states: account.byState,
    duplicates: account.duplicates,
    unaccounted: account.unaccounted.length,
    uncertain,
    mostUncertain,
    killed,
    auditVerified: audit.verified,
    ok: isClean,
    seconds: Math.round((performance.now() - started) / 1000),
  };
}

/**
 * Kills each process in turn, at seeded points of the campaign's progress as the sink sees it. The worker is killed while
 * mails are taken and not answered yet, which is when a wrong one sends them again.
 */
async function killAsItGoes(sink: RecordingSink): Promise<Record<ProcessName, number>> {
  const { messageIds } = sink;
  const killed = { worker: 0, web: 0, engine: 0, supervisor: 0 };
  for (let i = 0; i < kills; i++) {
    const left = Math.max(0, messages * 0.95 - messageIds.length);
    const point = messageIds.length + Math.floor((random() * 2 * left) / (kills - i));
    await until(`${point} mails left`, async () => messageIds.length >= point);
    await sleep(random() * 200);
    const name = PROCESSES[i % PROCESSES.length] ?? "worker";
    const isTime = () => name !== "worker" || sink.unansweredCount() > 0;
    await until(
      `${name} is there to be killed`,
      // nothing may come between looking and killing
      async () => (isTime() || (await countOf("ready")) === 0) && installation.kill(name),
    );
    killed[name]++;
    say(`killed ${name} at ${messageIds.length} mails`);
  }
  return killed;
}

async function countOf(state: string): Promise<number> {
  const [row] = await platform.database.sql.rows<{ n: number }>(
    "SELECT count(*)::int AS n FROM outbox WHERE state = $1",
    [state],
  );
  return row?.n ?? 0;
}

async function isDone(runId: number): Promise<boolean> {
  const [row] = await platform.database.sql.rows<{ state: string }>("SELECT state FROM runs WHERE id = $1", [
    runId,
  ]);
  return row?.state === "done";
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`it did not happen: ${what}`);
    await sleep(20);
  }
}
