import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { external } from "./external";
import { openWorld, START, type World } from "./world";

const MINUTE = 60_000;

let world: World;
beforeAll(async () => {
  world = await openWorld(external);
});
afterAll(() => world.close());

describe("sleeps", () => {
  test("last as long as they say", async () => {
    const client = world.client("c-sleep");
    const seen: string[] = [];
    const fn = client.createFunction({ id: "fn", triggers: [{ event: "c-sleep/go" }] }, async ({ step }) => {
      await step.run("before", () => seen.push("before"));
      await step.sleep("nap", "2s");
      await step.run("after", () => seen.push("after"));
    });
    await world.serve(client, [fn]);
    await client.send({ name: "c-sleep/go" });
    await world.until("the first step ran", () => seen.length > 0);
    expect(seen).toEqual(["before"]);
    await world.pass(2000);
    await world.until("the run woke", () => seen.length === 2);
    expect(seen).toEqual(["before", "after"]);
  });

  test.skipIf(external !== null)("for days and until an instant cost nothing while they last", async () => {
    const client = world.client("c-until");
    const woke: string[] = [];
    const from = world.clock.now().getTime();
    const fn = client.createFunction({ id: "fn", triggers: [{ event: "c-until/go" }] }, async ({ step }) => {
      await step.sleep("days", "76h");
      await step.run("a", () => woke.push("days"));
      await step.sleepUntil("instant", new Date(from + 100 * 3_600_000));
      await step.run("b", () => woke.push("instant"));
    });
    await world.serve(client, [fn]);
    await client.send({ name: "c-until/go" });
    await world.pass(76 * 3_600_000 - 1);
    expect(woke).toEqual([]);
    await world.pass(1);
    expect(woke).toEqual(["days"]);
    await world.pass(24 * 3_600_000 - 1);
    expect(woke).toEqual(["days"]);
    await world.pass(1);
    expect(woke).toEqual(["days", "instant"]);
  });
});

describe("waitForEvent", () => {
  test("goes on with the first event that matches, and with null when none comes in time", async () => {
    const client = world.client("c-wait");
    const results: unknown[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-wait/order" }] },
      async ({ step }) => {
        const paid = await step.waitForEvent("paid", {
          event: "c-wait/paid",
          match: "data.order",
          timeout: "1h",
        });
        const large = await step.waitForEvent("large", {
          event: "c-wait/paid",
          if: "async.data.order == event.data.order && async.data.amount > 100",
          timeout: "1h",
        });
        const none = await step.waitForEvent("none", { event: "c-wait/none", timeout: "1s" });
        results.push(paid?.data, large?.data, none);
      },
    );
    await world.serve(client, [fn]);
    await client.send({ name: "c-wait/order", data: { order: "o1" } });
    await world.pass(0);
    await client.send([
      { name: "c-wait/paid", data: { n: 1, order: "o2" } },
      { name: "c-wait/paid", data: { n: 2 } },
      { name: "c-wait/paid", data: { n: 3, order: "o1", amount: 5 } },
    ]);
    await world.pass(0);
    await client.send([
      { name: "c-wait/paid", data: { n: 4, order: "o1", amount: 100 } },
      { name: "c-wait/paid", data: { n: 5, order: "o1", amount: 101 } },
    ]);
    await world.pass(1000);
    await world.until("the run ended", () => results.length === 3);
    expect(results).toMatchObject([{ n: 3 }, { n: 5 }, null]);
  });

  test("never matches what is missing on both sides", async () => {
    const client = world.client("c-missing");
    const results: unknown[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-missing/go" }] },
      async ({ step }) => {
        results.push(
          await step.waitForEvent("it", { event: "c-missing/it", match: "data.key", timeout: "1s" }),
        );
      },
    );
    await world.serve(client, [fn]);
    await client.send({ name: "c-missing/go" });
    await world.pass(0);
    await client.send({ name: "c-missing/it" });
    await world.pass(1000);
    await world.until("the wait ended", () => results.length === 1);
    expect(results).toEqual([null]);
  });
});

describe("invoke", () => {
  test("returns what the other function returns, and throws what it throws", async () => {
    const client = world.client("c-invoke");
    const results: unknown[] = [];
    const child = client.createFunction({ id: "child", retries: 0 }, async ({ event, step }) => {
      const { n } = event.data as { n: number };
      if (n === 0) throw new Error("no zero");
      return step.run("double", () => ({ doubled: n * 2 }));
    });
    const parent = client.createFunction(
      { id: "parent", triggers: [{ event: "c-invoke/go" }] },
      async ({ step }) => {
        const [good, bad] = await Promise.all([
          step.invoke("good", { function: child, data: { n: 21 } }),
          step.invoke("bad", { function: child, data: { n: 0 } }).catch((error: Error) => error.message),
        ]);
        results.push(good, bad);
      },
    );
    await world.serve(client, [child, parent]);
    await client.send({ name: "c-invoke/go" });
    await world.until("the parent ended", () => results.length === 2);
    expect(results).toEqual([{ doubled: 42 }, "no zero"]);
  });

  test("gives up after its time-out", async () => {
    const client = world.client("c-invoke-late");
    const results: unknown[] = [];
    const child = client.createFunction({ id: "child" }, async ({ step }) => {
      await step.sleep("long", "1h");
    });
    const parent = client.createFunction(
      { id: "parent", triggers: [{ event: "c-invoke-late/go" }] },
      async ({ step }) => {
        await step
          .invoke("late", { function: child, timeout: "2s" })
          .catch((error: Error) => results.push(error.name));
      },
    );
    await world.serve(client, [child, parent]);
    await client.send({ name: "c-invoke-late/go" });
    await world.pass(2000);
    await world.until("the invocation gave up", () => results.length === 1);
    expect(results).toEqual(["InngestInvokeTimeoutError"]);
  });
});

describe("cancelOn", () => {
  test("cancels the runs that the event matches, and no others", async () => {
    const client = world.client("c-cancel");
    const woke: unknown[] = [];
    const cancelled: unknown[] = [];
    const fn = client.createFunction(
      {
        id: "fn",
        triggers: [{ event: "c-cancel/go" }],
        cancelOn: [{ event: "c-cancel/stop", match: "data.id" }],
      },
      async ({ event, step }) => {
        await step.sleep("nap", "3s");
        await step.run("woke", () => woke.push(event.data.id));
      },
    );
    const heard = client.createFunction(
      {
        id: "heard",
        triggers: [{ event: "inngest/function.cancelled", if: "event.data.function_id == 'c-cancel-fn'" }],
      },
      async ({ event }) => {
        cancelled.push((event.data as { event: { data: { id: string } } }).event.data.id);
      },
    );
    await world.serve(client, [fn, heard]);
    await client.send(["a", "b"].map((id) => ({ name: "c-cancel/go", data: { id } })));
    await world.pass(500);
    await client.send({ name: "c-cancel/stop", data: { id: "a" } });
    await world.pass(3000);
    await world.until("the other run woke", () => woke.length > 0 && cancelled.length > 0);
    expect(woke).toEqual(["b"]);
    expect(cancelled).toEqual(["a"]);
  });

  test.skipIf(external !== null)("counts only within its time-out", async () => {
    const client = world.client("c-cancel-late");
    const woke: unknown[] = [];
    const fn = client.createFunction(
      {
        id: "fn",
        triggers: [{ event: "c-cancel-late/go" }],
        cancelOn: [{ event: "c-cancel-late/stop", timeout: "1m" }],
      },
      async ({ step }) => {
        await step.sleep("nap", "5m");
        woke.push("woke");
      },
    );
    await world.serve(client, [fn]);
    await client.send({ name: "c-cancel-late/go" });
    await world.pass(2 * MINUTE);
    await client.send({ name: "c-cancel-late/stop" });
    await world.pass(3 * MINUTE);
    expect(woke).toEqual(["woke"]);
  });
});

describe.skipIf(external !== null)("the clock", () => {
  test("is the engine's: an event that was just sent is of now, wherever now is", async () => {
    const client = world.client("c-clock");
    const stamps: number[] = [];
    const fn = client.createFunction({ id: "fn", triggers: [{ event: "c-clock/go" }] }, async ({ event }) => {
      stamps.push(event.ts ?? 0);
    });
    await world.serve(client, [fn]);
    await client.send({ name: "c-clock/go" });
    await world.pass(0);
    expect(world.clock.now().getTime()).toBeGreaterThanOrEqual(START.getTime());
    expect(stamps).toEqual([world.clock.now().getTime()]);
  });

  test("delays the start for an event of the future", async () => {
    const client = world.client("c-future");
    const starts: Date[] = [];
    const fn = client.createFunction({ id: "fn", triggers: [{ event: "c-future/go" }] }, async () => {
      starts.push(world.clock.now());
    });
    await world.serve(client, [fn]);
    const at = world.clock.now().getTime() + 30 * MINUTE;
    await client.send({ name: "c-future/go", ts: at });
    await world.pass(30 * MINUTE - 1);
    expect(starts).toEqual([]);
    await world.pass(1);
    expect(starts).toEqual([new Date(at)]);
  });
});
