import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { bringIn, expectDone } from "./support/bring-in";
import { demoAccounts, hireStaff, type Staff } from "./support/staff";
import { faultsOf } from "./walkthrough/faults-of";
import { type Machine, startMachine } from "./walkthrough/machine";
import { peopleFiles } from "./walkthrough/people-files";
import { reportOf, type Unsubscribed } from "./walkthrough/report";
import { approveAll, launchWinBack, setUpShop } from "./walkthrough/shop";
import { clickUnsubscribe } from "./walkthrough/unsubscribe-page";

const LINES = { timeZone: "Europe/London", currency: "GBP" };
const say = (text: string) => console.error(`  ${text}`);

const { values } = parseArgs({ options: { data: { type: "string" } } });
const file = path.resolve(values.data ?? "../shared/data/online-retail/online_retail.csv.gz");
if (!existsSync(file)) {
  console.error(`There is no file ${file}. Give the Online Retail file: npm run walkthrough -- --data FILE`);
  process.exit(1);
}
const started = performance.now();
const machine = await startMachine(new Date("2011-10-01T04:00:00Z"));
const report = await walkThrough(machine, file).finally(() => machine.close());
// the last line, after whatever closing has to say
const seconds = Math.round((performance.now() - started) / 100) / 10;
const faults = faultsOf(report);
for (const fault of faults) say(fault);
console.log(JSON.stringify({ ...report, seconds }));
process.exitCode = faults.length === 0 ? 0 : 1;

async function walkThrough(machine: Machine, file: string) {
  const staff = await hireStaff(machine.platform, demoAccounts("giftshop.example"));
  await setUpShop(staff);
  say("importing the lines until 2011-09-30");
  await importLines(machine, staff, file, { until: "2011-09-30" });
  await importPeople(machine, staff);

  await machine.windTo(new Date("2011-10-01T08:00:00Z"));
  const campaignId = await launchWinBack(staff);
  await runOnce(machine, staff, campaignId, "2011-10-19T08:00:00Z");
  const gone = await twoUnsubscribe(machine);
  await machine.windTo(new Date("2011-10-20T08:00:00Z"));
  await runOnce(machine, staff, campaignId, "2011-11-20T08:00:00Z");

  await machine.windTo(new Date("2011-12-10T08:00:00Z"));
  say("importing the lines from 2011-10-01");
  await importLines(machine, staff, file, { from: "2011-10-01" });
  await machine.windTo(new Date("2011-12-10T09:00:00Z"));
  say("measuring");
  return reportOf(staff, machine.platform, machine.sink, gone);
}

async function importLines(
  machine: Machine,
  { marketer }: Staff,
  file: string,
  days: { until?: string; from?: string },
): Promise<void> {
  const id = await bringIn(marketer, createReadStream(file), {
    kind: "orders",
    fileName: path.basename(file),
    options: { ...LINES, ...days },
  });
  await machine.idle();
  const { rows, accepted } = await expectDone(marketer, id);
  say(`${accepted} of ${rows} lines are in`);
}

async function importPeople(machine: Machine, { marketer }: Staff): Promise<void> {
  const files = peopleFiles(await machine.userIds());
  for (const kind of ["customers", "consents"] as const) {
    const id = await bringIn(marketer, files[kind], { kind, fileName: `${kind}.csv` });
    await machine.idle();
    const { accepted } = await expectDone(marketer, id);
    say(`${accepted} ${kind} are in`);
  }
}

/** One run through the engine; a reviewer approves what was held; the clock goes on until `until`. */
async function runOnce(machine: Machine, staff: Staff, campaignId: number, until: string): Promise<void> {
  const before = machine.sink.mails.length;
  const { runId } = await staff.marketer.run.request({ campaignId });
  await machine.idle();
  const { state, counts } = await staff.marketer.run.get({ runId });
  if (state !== "done") throw new Error(`run ${runId} is ${state}`);
  say(`run ${runId}: ${JSON.stringify(counts)}`);
  say(`${await approveAll(staff)} approved by the reviewer`);
  await machine.windTo(new Date(until));
  say(`${machine.sink.mails.length - before} mails left, ${await machine.waiting()} wait`);
}

/** Two people who got a mail leave the list, each by the address in it. */
async function twoUnsubscribe({ sink, clock }: Machine): Promise<Unsubscribed[]> {
  const two = sink.mails.slice(0, 2);
  for (const { unsubscribeUrl } of two) await clickUnsubscribe(unsubscribeUrl);
  say(`${two.length} unsubscribed`);
  return two.map(({ to }) => ({ address: to, at: clock.now() }));
}
