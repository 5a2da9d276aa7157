import { setTimeout as sleep } from "node:timers/promises";
import { functionsFor } from "@/inngest";
import { systemCaller } from "@/server/api/system-caller";
import { env } from "@/server/env.mjs";
import { log } from "@/server/log";
import { closePlatform, inngest, platform } from "@/server/open-platform";
import { type SmtpSink, startSmtpSink } from "@/server/sandbox/smtp-sink";
import { keepMail } from "@/server/store/sandbox";
import { answers, keepRegistered } from "./keep-registered";
import { serveFunctions } from "./serve-functions";

/** Calls under way get so long to end; the supervisor waits ten seconds. */
const GRACE_MS = 7_000;
const SANDBOX_GRACE_MS = 500;

const everything = platform();
const sandbox = env.SMTP_URL === undefined ? await openSandbox() : null;
const stopping = new AbortController();
const functions = functionsFor(inngest, (job) => {
  if (stopping.signal.aborted) throw new Error("this worker is stopping: call again");
  return systemCaller(everything, job);
});
const server = await serveFunctions(inngest, functions, env.WORKER_PORT);

void keepRegistered({
  register: server.register,
  isThere: () => answers(`${env.INNGEST_BASE_URL}/health`),
  onRegistered: () => log.info({ functions: functions.length }, "the functions are registered"),
  onFailure: (error) => log.info({ reason: error.message }, "waiting for the Inngest server"),
  signal: stopping.signal,
});
log.info({ origin: server.origin }, "the worker is ready");

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());

async function stop(): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  await server.close(GRACE_MS);
  // our own connections first: the sandbox waits for those that are open
  await closePlatform(everything);
  await Promise.race([sandbox?.close(), sleep(SANDBOX_GRACE_MS)]);
  process.exit(0);
}

/** What nobody is to get for real is kept for the console to show. */
function openSandbox(): Promise<SmtpSink> {
  const { database, clock } = everything;
  return startSmtpSink({
    port: env.SANDBOX_SMTP_PORT,
    keep: (mail) => keepMail(database.sql, clock.now(), mail),
  });
}
