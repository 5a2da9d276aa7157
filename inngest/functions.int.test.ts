import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ManualClock } from "@/server/clock";
import { DAY_MS, MINUTE_MS } from "@/server/domain/time";
import { type Engine, startEngine } from "@/server/engine/engine";
import { freshDatabase, type TestDatabase } from "@/server/store/testing/test-database";
import { type FunctionServer, serveFunctions } from "@/server/worker/serve-functions";
import type { CallAs } from "./call-as";
import { openInngest } from "./client";
import { functionsFor } from "./index";

const KEYS = { eventKey: "test", signingKey: `signkey-prod-${"ab".repeat(32)}` };
const QUIET = { info() {}, warn() {}, error() {}, debug() {} };
const START = new Date("2026-03-02T08:00:30Z");
/** What every job is told that looks for work. */
const NOTHING_LEFT = { claimed: 0, days: [], runIds: [], importIds: [], done: true };

type Call = { job: string; procedure: string; input: unknown };
type Answer = (input: { runId?: number; chunk?: number }) => unknown;

/** Answers like the API, writes down who asked for what, and can be made to fail. */
function fakeApi(answers: Record<string, Answer>) {
  const calls: Call[] = [];
  const callAs = ((job: string) =>
    new Proxy(
      {},
      {
        get: (_, noun: string) =>
          new Proxy(
            {},
            {
              get: (__, verb: string) => async (input: never) => {
                const procedure = `${noun}.${verb}`;
                calls.push({ job, procedure, input });
                return answers[procedure]?.(input) ?? NOTHING_LEFT;
              },
            },
          ),
      },
    )) as unknown as CallAs;
  return { calls, callAs, of: (procedure: string) => calls.filter((call) => call.procedure === procedure) };
}

let database: TestDatabase;
let engine: Engine;
let clock: ManualClock;
let server: FunctionServer;
beforeEach(async () => {
  database = await freshDatabase();
  clock = new ManualClock(START);
  engine = await startEngine({
    databaseUrl: database.appUrl,
    port: 0,
    clock,
    ...KEYS,
    log: QUIET,
    pollMs: 0,
    backoff: () => 1000,
  });
});
afterEach(async () => {
  await engine.stop();
  await server.close(100);
  await database.drop();
});

async function serving(answers: Record<string, Answer>) {
  const inngest = openInngest({ baseUrl: engine.url, ...KEYS, log: QUIET });
  const api = fakeApi(answers);
  server = await serveFunctions(inngest, functionsFor(inngest, api.callAs), 0);
  await server.register();
  const pass = async (ms: number) => {
    await engine.idle();
    clock.advance(ms);
    await engine.idle();
  };
  return { ...api, inngest, pass };
}

describe("start-run", () => {
  const answers = { "run.freeze": () => ({ chunks: 10 }) };

  test("freezes, writes, decides every chunk once, and finishes last", async () => {
    const { calls, inngest, pass } = await serving(answers);
    await inngest.send({ name: "run/requested", data: { runId: 7 } });
    await pass(0);
    const asked = calls.map(({ procedure }) => procedure);
    expect(asked.slice(0, 2)).toEqual(["run.freeze", "run.writeCreatives"]);
    expect(asked.at(-1)).toBe("run.finish");
    const chunks = calls.filter(({ procedure }) => procedure === "run.decideChunk").map(({ input }) => input);
    expect(chunks).toHaveLength(10);
    expect(chunks).toEqual(
      expect.arrayContaining([...Array(10).keys()].map((chunk) => ({ runId: 7, chunk }))),
    );
    expect(new Set(calls.map(({ job }) => job))).toEqual(new Set(["start-run"]));
  });

  test("tries a chunk again, and marks the run failed when it never succeeds", async () => {
    let failures = 0;
    const { of, inngest, pass } = await serving({
      ...answers,
      "run.decideChunk": ({ chunk }) => {
        if (chunk !== 3) return { decided: 1 };
        failures++;
        throw new Error("the disk is full");
      },
    });
    await inngest.send({ name: "run/requested", data: { runId: 7 } });
    for (let i = 0; i < 8; i++) await pass(2000);
    expect(failures).toBe(5);
    expect(of("run.fail").map(({ input }) => input)).toEqual([{ runId: 7 }]);
    expect(of("run.finish")).toEqual([]);
  });

  test("stops between chunks when the run is stopped", async () => {
    let stop = () => Promise.resolve();
    const { of, inngest, pass } = await serving({
      ...answers,
      "run.decideChunk": ({ chunk }) => (chunk === 0 ? stop() : { decided: 1 }),
    });
    stop = async () => {
      await inngest.send({ name: "run/stopped", data: { runId: 7 } });
    };
    await inngest.send({ name: "run/requested", data: { runId: 7 } });
    await pass(0);
    await pass(60_000);
    expect(of("run.decideChunk").length).toBeLessThan(10);
    expect(of("run.finish")).toEqual([]);
  });

  test("is not started twice by a sweep while it is under way", async () => {
    let sweep = () => Promise.resolve();
    const { of, inngest, pass } = await serving({
      ...answers,
      "run.writeCreatives": () => sweep(),
    });
    sweep = async () => {
      await inngest.send({ name: "run/requested", data: { runId: 7 } });
    };
    await inngest.send({ name: "run/requested", data: { runId: 7 } });
    await pass(0);
    await pass(60_000);
    expect(of("run.freeze")).toHaveLength(1);
    expect(of("run.finish")).toHaveLength(1);
  });
});

describe("deliver-due", () => {
  test("goes on until nothing is due", async () => {
    let left = 3;
    const { of, inngest, pass } = await serving({
      "outbox.deliverDue": () => ({ claimed: left-- > 0 ? 50 : 0 }),
    });
    await inngest.send({ name: "outbox/ready", data: {} });
    await pass(3000);
    expect(of("outbox.deliverDue")).toHaveLength(4);
  });

  test("runs every minute, and once for a burst of events", async () => {
    const { of, inngest, pass } = await serving({});
    for (let i = 0; i < 5; i++) await inngest.send({ name: "outbox/ready", data: {} });
    await pass(3000);
    expect(of("outbox.deliverDue")).toHaveLength(1);
    await pass(MINUTE_MS);
    expect(of("outbox.deliverDue")).toHaveLength(2);
  });
});

describe("the clock's own", () => {
  test("measuring rolls up the days that joining found", async () => {
    const { of, pass } = await serving({ "measure.joinOutcomes": () => ({ days: ["2026-03-01"] }) });
    await pass(10 * MINUTE_MS);
    expect(of("measure.rollUp").map(({ input }) => input)).toEqual([{ days: ["2026-03-01"] }]);
  });

  test("the sweep asks again for what is left", async () => {
    let left = [7];
    const { of, pass } = await serving({
      "upkeep.unfinished": () => {
        const answer = { runIds: left, importIds: left };
        left = [];
        return answer;
      },
      "run.freeze": () => ({ chunks: 0 }),
    });
    await pass(5 * MINUTE_MS);
    expect(of("run.finish").map(({ input }) => input)).toEqual([{ runId: 7 }]);
    expect(of("import.run").map(({ input }) => input)).toEqual([{ importId: 7 }]);
  });

  test("everything else has its turn within a day", async () => {
    const { of, pass } = await serving({});
    await pass(DAY_MS);
    for (const procedure of [
      "outbox.recoverLeases",
      "review.expireOverdue",
      "upkeep.trimEventKeys",
      "measure.joinOutcomes",
    ])
      expect(of(procedure).length, procedure).toBeGreaterThan(0);
  });
});
