import { spawn } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { env } from "@/server/env.mjs";
import { closePlatform, openPlatform } from "@/server/open-platform";
import { latencies } from "./ask-steadily";
import { ACCOUNT, makeAccount } from "./bench-account";
import { signIn } from "./console-client";
import { count } from "./options";
import { pageCalls, type Question } from "./page-calls";
import { startPrograms } from "./start-programs";

const WARM_UPS = 3;
const say = (words: string) => console.error(`  ${words}`);

/**
 * How fast each question of the console's pages is answered over HTTP about the demo company: so many times one after the
 * other, by one visitor. The slowest by their 95th percentile first.
 */
export async function pages(given: Readonly<Record<string, string>>): Promise<object> {
  const times = count(given, "times", 40);
  await makeDemo();
  const programs = await startPrograms();
  try {
    const site = await signIn(`http://127.0.0.1:${env.PORT}`, ACCOUNT);
    const answers = [];
    for (const question of await pageCalls(site)) answers.push(await measured(question, times));
    answers.sort((a, b) => b.p95Ms - a.p95Ms);
    for (const { name, p50Ms, p95Ms } of answers) say(`${name}: ${p50Ms} ms, 95th percentile ${p95Ms} ms`);
    return {
      slowest: answers[0]?.name,
      p95Ms: answers[0]?.p95Ms,
      questions: answers.length,
      loadAverage: Math.round((loadavg()[0] ?? 0) * 10) / 10,
      answers,
    };
  } finally {
    await programs.stop();
  }
}

async function measured([name, ask]: Question, times: number) {
  for (let i = 0; i < WARM_UPS; i++) await ask();
  const tookMs: number[] = [];
  for (let i = 0; i < times; i++) {
    const begun = performance.now();
    await ask();
    tookMs.push(performance.now() - begun);
  }
  const { p50Ms, p95Ms, maxMs } = latencies({ tookMs, errors: 0 });
  return { name, p50Ms, p95Ms, maxMs };
}

/** The company of a first start, and somebody who may see all of it. */
async function makeDemo(): Promise<void> {
  say("making the demo company");
  const seed = spawn(process.execPath, ["dist/cli/seed-demo.mjs"], { stdio: ["ignore", 2, 2] });
  const [status] = await once(seed, "exit");
  if (status !== 0) throw new Error("the demo company could not be made");
  const platform = openPlatform();
  try {
    await makeAccount(platform, ["admin", "marketer", "reviewer", "executive"]);
  } finally {
    await closePlatform(platform);
  }
}
