import { createCaller } from "@/server/api/root";
import { ManualClock } from "@/server/clock";
import { permissionsOf } from "@/server/domain/role";
import { env } from "@/server/env.mjs";
import { rulesWriter } from "@/server/llm/rules-writer";
import type { Platform } from "@/server/platform";
import { type Database, openDatabase } from "@/server/store/database";
import { Vault } from "@/server/store/vault";
import { copyRate } from "./copy-rate";
import { count } from "./options";
import { peakRssMb } from "./peak-memory";
import { seedCampaign } from "./seed-campaign";
import { seedCustomers } from "./seed-customers";
import { seedSettings } from "./seed-settings";
import { offTarget, type Shares } from "./shares";

const NOW = new Date("2026-06-01T09:00:00Z");
const say = (words: string) => console.error(`  ${words}`);

/**
 * A whole run of a win-back campaign over so many customers, through the same procedures that the engine's steps call:
 * freeze the audience, write the creatives and fix the plan, decide, finish. Nothing about a customer is computed
 * before; commits are synchronous. `--lanes` chunks are decided at a time, as many as the engine's function does.
 *
 * `ratioToCopy` sets the whole of it against raw COPY of all that it wrote, table by table, into tables of the same
 * columns and indices (the median of three copies). Fails where too few reach the outbox or another share than about
 * 5 % is held: the figures are about those.
 */
export async function decide(given: Readonly<Record<string, string>>): Promise<object> {
  const customers = count(given, "customers", 100_000);
  const lanes = count(given, "lanes", 4);
  const ownerUrl = env.MIGRATE_DATABASE_URL;
  if (ownerUrl === undefined) throw new Error("the bench needs MIGRATE_DATABASE_URL");
  await seed(ownerUrl, customers);

  const database = openDatabase(env.DATABASE_URL, lanes * 2 + 2);
  try {
    const { runId, freezeSeconds, writeSeconds, decideSeconds } = await run(database, lanes);
    const peakMb = peakRssMb();
    const shares = await sharesOf(database, runId);
    const faults = offTarget(customers, shares);
    if (faults.length > 0) throw new Error(`these are not the customers to measure: ${faults.join("; ")}`);
    const seconds = freezeSeconds + writeSeconds + decideSeconds;
    const copies = await raw(ownerUrl, runId);
    const ratePerSecond = Math.round(customers / seconds);
    return {
      ratePerSecond,
      seconds: rounded(seconds),
      peakRssMb: peakMb,
      ...ratios(ratePerSecond, copies),
      customers,
      ...shares,
      freezeSeconds: rounded(freezeSeconds),
      planSeconds: rounded(writeSeconds),
      decideSeconds: rounded(decideSeconds),
      microsecondsPerCustomer: rounded((seconds * 1e6) / customers),
      lanes,
    };
  } finally {
    await database.close();
  }
}

/** Set-based, as the owner, so that the planner's statistics can be brought up to date. */
async function seed(ownerUrl: string, customers: number): Promise<void> {
  const database = openDatabase(ownerUrl, 1);
  const started = performance.now();
  try {
    await seedSettings(database.sql, NOW);
    await seedCustomers(database.sql, customers, NOW);
    await database.sql.rows("ANALYZE");
  } finally {
    await database.close();
  }
  say(`seeded ${customers} customers in ${rounded((performance.now() - started) / 1000)} s`);
}

const outOfReach = () => Promise.reject(new Error("the bench sends and renders nothing"));

function platformOn(database: Database): Platform {
  return {
    database,
    vault: new Vault(env.PEOPLE_KEY.toString("base64")),
    clock: new ManualClock(NOW),
    emit: async () => undefined,
    renderer: { render: outOfReach, close: async () => undefined },
    senders: { email: { send: outOfReach, close: async () => undefined } },
    writer: rulesWriter,
    publicUrl: env.PUBLIC_URL,
  };
}

async function run(database: Database, lanes: number) {
  const platform = platformOn(database);
  const marketer = createCaller({
    actor: { kind: "user", id: 1, name: "bench", roles: ["marketer"], may: permissionsOf(["marketer"]) },
    platform,
  });
  const system = createCaller({ actor: { kind: "system", job: "bench" }, platform });
  const campaignId = await seedCampaign(database.sql, NOW, {
    audience: { all: [{ field: "silenceDays", op: ">=", value: 1 }] },
  });
  const { runId } = await marketer.run.request({ campaignId });
  const freeze = await timed(() => system.run.freeze({ runId }));
  const write = await timed(() => system.run.writeCreatives({ runId }));
  const { chunks } = freeze.out;
  const decided = await timed(async () => {
    let next = 0;
    const lane = async () => {
      while (next < chunks) await system.run.decideChunk({ runId, chunk: next++ });
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return system.run.finish({ runId });
  });
  say(`decided ${chunks} chunks: ${JSON.stringify(decided.out.counts)}`);
  return {
    runId,
    freezeSeconds: freeze.seconds,
    writeSeconds: write.seconds,
    decideSeconds: decided.seconds,
  };
}

async function timed<Out>(work: () => Promise<Out>): Promise<{ out: Out; seconds: number }> {
  const started = performance.now();
  const out = await work();
  return { out, seconds: (performance.now() - started) / 1000 };
}

async function sharesOf({ sql }: Database, runId: number): Promise<Shares> {
  const [row] = await sql.rows<{ outbox: number; held: number; candidates: number }>(
    `SELECT avg((verdict = 'sent-on')::int)::float8 AS outbox, avg((verdict = 'held')::int)::float8 AS held,
       (SELECT jsonb_array_length(plan -> 'arms') * jsonb_array_length(plan -> 'campaign' -> 'variants') FROM runs WHERE id = $1) AS candidates
     FROM decisions WHERE run_id = $1`,
    [runId],
  );
  return {
    toOutboxShare: rounded(row?.outbox ?? 0),
    heldShare: rounded(row?.held ?? 0),
    candidates: row?.candidates ?? 0,
  };
}

/** Raw COPY of what the run wrote, table by table: decisions with their traces, review items, waiting messages. */
async function raw(ownerUrl: string, runId: number) {
  const of = `WHERE run_id = ${runId}`;
  return {
    rows: await copyRate(ownerUrl, "decisions", of),
    traces: await copyRate(ownerUrl, "decision_traces", of),
    held: await copyRate(ownerUrl, "review_items", of),
    waiting: await copyRate(ownerUrl, "outbox", of),
  };
}

/** Against the same rows of all four tables; beside it, against fewer of them. */
function ratios(ratePerSecond: number, { rows, traces, held, waiting }: Awaited<ReturnType<typeof raw>>) {
  const perSecond = (...copies: { seconds: number }[]) =>
    rows.rows / copies.reduce((sum, { seconds }) => sum + seconds, 0);
  const all = perSecond(rows, traces, held, waiting);
  return {
    ratioToCopy: rounded(ratePerSecond / all),
    ratioToCopyOfDecisionsAndTraces: rounded(ratePerSecond / perSecond(rows, traces)),
    ratioToCopyOfDecisionsAlone: rounded(ratePerSecond / rows.rowsPerSecond),
    copyPerSecond: Math.round(all),
    bytesPerRow: Math.round((rows.bytes + traces.bytes) / rows.rows),
  };
}

const rounded = (figure: number) => Math.round(figure * 1000) / 1000;
