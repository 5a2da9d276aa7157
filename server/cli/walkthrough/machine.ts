import { functionsFor } from "@/inngest";
import { systemCaller } from "@/server/api/system-caller";
import { createEmailSender } from "@/server/channels/email";
import { ManualClock } from "@/server/clock";
import { HOUR_MS } from "@/server/domain/time";
import { startEngine } from "@/server/engine/engine";
import { env } from "@/server/env.mjs";
import { log } from "@/server/log";
import { closePlatform, inngest, openPlatform } from "@/server/open-platform";
import { readPeople } from "@/server/store/people";
import { serveFunctions } from "@/server/worker/serve-functions";
import { openMailSink } from "./mail-sink";
import { openUnsubscribePage } from "./unsubscribe-page";

export type Machine = Awaited<ReturnType<typeof startMachine>>;

/**
 * The whole product in one process on a clock that is wound by hand: platform, embedded engine, function server, the
 * public page for unsubscribing, and a mail server outside of it all that counts what arrives.
 */
export async function startMachine(start: Date) {
  const clock = new ManualClock(start);
  const sink = await openMailSink(() => clock.now());
  const page = await openUnsubscribePage();
  const platform = openPlatform({
    clock,
    senders: { email: createEmailSender({ url: sink.url }) },
    publicUrl: page.url,
  });
  page.serve(platform);
  const engine = await startEngine({
    databaseUrl: env.DATABASE_URL,
    port: env.ENGINE_PORT,
    clock,
    eventKey: env.INNGEST_EVENT_KEY,
    signingKey: env.INNGEST_SIGNING_KEY,
    pollMs: 0,
    log,
  });
  const functions = functionsFor(inngest, (job) => systemCaller(platform, job));
  const server = await serveFunctions(inngest, functions, env.WORKER_PORT);
  await server.register();

  const waiting = async () => {
    const [row] = await platform.database.sql.rows<{ n: number }>(
      "SELECT count(*)::int AS n FROM outbox WHERE state = 'ready'",
    );
    return row?.n ?? 0;
  };
  /** The shop's own numbers of its customers, smallest first. */
  const userIds = async () => {
    const { sql } = platform.database;
    const rows = await sql.rows<{ id: number }>("SELECT id FROM customers ORDER BY id");
    const people = await readPeople(
      sql,
      platform.vault,
      rows.map(({ id }) => id),
    );
    const numbers = [...people.values()].flatMap(({ userId }) => userId ?? []);
    return numbers.sort((a, b) => Number(a) - Number(b));
  };
  /** Lets the clock run to an instant: hour by hour while messages wait for theirs, else at once. */
  const windTo = async (to: Date) => {
    await engine.idle();
    while (clock.now() < to) {
      const step = (await waiting()) > 0 ? HOUR_MS : Number.POSITIVE_INFINITY;
      clock.advance(Math.min(step, to.getTime() - clock.now().getTime()));
      await engine.idle();
    }
  };
  const close = async () => {
    await engine.stop();
    await server.close(1000);
    await closePlatform(platform);
    await Promise.all([sink.close(), page.close()]);
  };
  return { clock, platform, sink, idle: () => engine.idle(), windTo, waiting, userIds, close };
}
