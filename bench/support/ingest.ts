import { spawn } from "node:child_process";
import { handleCall } from "@/server/api/tracking/handle-call";
import { systemClock } from "@/server/clock";
import { env } from "@/server/env.mjs";
import { Tracker } from "@/server/services/ingest/tracker";
import { hashOf } from "@/server/services/ingest/write-key-gate";
import { type Database, openDatabase } from "@/server/store/database";
import { Vault } from "@/server/store/vault";
import { insertWriteKey } from "@/server/store/write-keys";
import { copyRate } from "./copy-rate";
import { serve } from "./http-server";
import { count } from "./options";
import { peakRssMb } from "./peak-memory";
import type { Sent } from "./send-events";

const WRITE_KEY = "wk_bench";
/** Events a second that one write key may send here: counted like any limit, and never met. */
const UNREACHED = 10_000_000;
const say = (words: string) => console.error(`  ${words}`);

/**
 * Events over HTTP into an empty database, in batches as Segment's clients send them (`--batch`, 100): the handler of
 * /v1/batch behind plain node:http, without Next's router, and a load generator in a process of its own on the same
 * machine. Each answer is sent after the commit, with synchronous commits. At the end each event must be in the table
 * exactly once.
 *
 * `ratioToCopy` sets it against raw COPY of the same events and of the keys that keep repeats out, into tables of the same
 * columns, indices and months (medians of three).
 */
export async function ingest(given: Readonly<Record<string, string>>): Promise<object> {
  const events = count(given, "events", 300_000);
  const batchSize = count(given, "batch", 100);
  const connections = count(given, "connections", 24);
  const ownerUrl = env.MIGRATE_DATABASE_URL;
  if (ownerUrl === undefined) throw new Error("the bench needs MIGRATE_DATABASE_URL");
  const database = openDatabase(env.DATABASE_URL, 6);
  const vault = new Vault(env.PEOPLE_KEY.toString("base64"));
  const tracker = new Tracker({ database, vault, clock: systemClock }, { eventsPerSecond: UNREACHED });
  const hash = hashOf(WRITE_KEY);
  await insertWriteKey(database.sql, { name: "bench", hash, prefix: "wk_be", at: new Date() });
  const server = await serve((request, path) => handleCall(request, path.slice("/v1/".length), tracker));
  try {
    const sent = await load({ events, batch: batchSize, connections, port: server.port });
    const { seconds } = sent;
    const peakMb = peakRssMb() + sent.peakRssMb;
    await checkStored(database, events);
    say(`stored ${events} events in ${rounded(seconds)} s; copying the same rows`);
    const copy = await copyRate(ownerUrl, "events", "ORDER BY received_at, key");
    const keys = await copyRate(ownerUrl, "event_keys", "ORDER BY received_at, key");
    const ratePerSecond = Math.round(events / seconds);
    return {
      ratePerSecond,
      ...sent,
      seconds: rounded(seconds),
      peakRssMb: peakMb,
      ratioToCopy: rounded((copy.seconds + keys.seconds) / seconds),
      ratioToCopyOfEventsAlone: rounded(copy.seconds / seconds),
      bytesPerRow: Math.round(copy.bytes / copy.rows),
      events,
      copyPerSecond: copy.rowsPerSecond,
      batch: batchSize,
      connections,
    };
  } finally {
    await server.close();
    await database.close();
  }
}

/** The same program once more, as the load generator. */
async function load(options: Record<string, number>): Promise<Sent> {
  const args = Object.entries({ ...options, key: WRITE_KEY }).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ]);
  const child = spawn(process.execPath, [process.argv[1] ?? "", "send-events", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (piece: Buffer) => {
    said += piece;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error("the load generator failed");
  return JSON.parse(said) as Sent; // `sendEvents` made it
}

async function checkStored({ sql }: Database, events: number): Promise<void> {
  const [row] = await sql.rows<{ stored: number; different: number; rejected: number }>(
    `SELECT count(*)::int AS stored, count(DISTINCT key)::int AS different,
       (SELECT count(*)::int FROM rejected_events) AS rejected FROM events`,
  );
  if (row?.stored !== events || row.different !== events || row.rejected !== 0)
    throw new Error(`${events} events were sent, but the database says ${JSON.stringify(row)}`);
}

const rounded = (figure: number) => Math.round(figure * 1000) / 1000;
