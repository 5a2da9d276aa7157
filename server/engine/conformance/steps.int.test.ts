import { NonRetriableError, RetryAfterError } from "inngest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { external } from "./external";
import { openWorld, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await openWorld(external);
});
afterAll(() => world.close());

describe("steps", () => {
  test("run in order, once each, and give their results to the function", async () => {
    const client = world.client("c-order");
    const calls: string[] = [];
    const results: unknown[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-order/go" }] },
      async ({ event, step }) => {
        const a = await step.run("a", () => {
          calls.push("a");
          return { n: event.data.n as number, text: "ü\u0000\ud800" };
        });
        const b = await step.run("b", () => {
          calls.push("b");
          return a.n * 2;
        });
        const none = await step.run("none", () => undefined);
        results.push({ a, b, none });
      },
    );
    await world.serve(client, [fn]);
    await client.send({ name: "c-order/go", data: { n: 21 } });
    await world.until("the run ended", () => results.length === 1);
    expect(calls).toEqual(["a", "b"]);
    expect(results).toEqual([{ a: { n: 21, text: "ü\u0000\ud800" }, b: 42, none: null }]);
  });

  test("of one id in a loop are told apart", async () => {
    const client = world.client("c-loop");
    const results: number[][] = [];
    const fn = client.createFunction({ id: "fn", triggers: [{ event: "c-loop/go" }] }, async ({ step }) => {
      const seen: number[] = [];
      for (let i = 0; i < 3; i++) seen.push(await step.run("again", () => i));
      results.push(seen);
    });
    await world.serve(client, [fn]);
    await client.send({ name: "c-loop/go" });
    await world.until("the run ended", () => results.length === 1);
    expect(results).toEqual([[0, 1, 2]]);
  });

  test("in parallel are under way together and are collected once", async () => {
    const client = world.client("c-parallel");
    let [underWay, most, bodies] = [0, 0, 0];
    const results: number[] = [];
    const slow = async (n: number) => {
      underWay++;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 150));
      underWay--;
      return n;
    };
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-parallel/go" }] },
      async ({ step }) => {
        bodies++;
        const all = await Promise.all([1, 2, 3, 4].map((n) => step.run(`p${n}`, () => slow(n))));
        results.push(
          all.reduce((sum, n) => sum + n, 0),
          await step.run("after", () => 5),
        );
      },
    );
    await world.serve(client, [fn]);
    await client.send({ name: "c-parallel/go" });
    await world.until("the run ended", () => results.length === 2);
    expect(results).toEqual([10, 5]);
    expect(most).toBeGreaterThan(1);
    // planning, four steps, the collecting call that runs "after" at once, the last one
    expect(bodies).toBe(7);
  });

  test("in a race let the function go on with the first", async () => {
    const client = world.client("c-race");
    const order: string[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-race/go" }] },
      async ({ step, group }) => {
        const winner = await group.parallel({ mode: "race" }, () =>
          Promise.race([
            step.run("quick", () => "quick"),
            step.waitForEvent("slow", { event: "c-race/never", timeout: "5s" }).then(() => "slow"),
          ]),
        );
        await step.run("then", () => order.push(`then ${winner}`));
        order.push("end");
      },
    );
    await world.serve(client, [fn]);
    await client.send({ name: "c-race/go" });
    await world.until("the step after the race ran", () => order.length > 0);
    expect(order).toEqual(["then quick"]);
    await world.pass(5000);
    await world.until("the run ended", () => order.includes("end"));
    expect(order.filter((it) => it.startsWith("then"))).toEqual(["then quick"]);
  });

  test("fail, wait as they ask, and are tried again with their attempt counted", async () => {
    const client = world.client("c-retry");
    const attempts: number[] = [];
    const results: string[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-retry/go" }], retries: 3 },
      async ({ step, attempt }) => {
        results.push(
          await step.run("flaky", () => {
            attempts.push(attempt);
            if (attempts.length < 3) throw new RetryAfterError("not yet", 1000);
            return `after ${attempts.length}`;
          }),
        );
      },
    );
    await world.serve(client, [fn]);
    await client.send({ name: "c-retry/go" });
    for (let i = 0; i < 3; i++) await world.pass(1000);
    await world.until("the run ended", () => results.length === 1);
    expect(attempts).toEqual([0, 1, 2]);
    expect(results).toEqual(["after 3"]);
  });

  test("that fail for good throw into the function, which may catch", async () => {
    const client = world.client("c-caught");
    const results: string[] = [];
    const fn = client.createFunction({ id: "fn", triggers: [{ event: "c-caught/go" }] }, async ({ step }) => {
      const caught = await step
        .run("bad", () => {
          throw new NonRetriableError("no use");
        })
        .catch((error: Error) => `caught ${error.message}`);
      results.push(await step.run("after", () => caught as string));
    });
    await world.serve(client, [fn]);
    await client.send({ name: "c-caught/go" });
    await world.until("the run ended", () => results.length === 1);
    expect(results).toEqual(["caught no use"]);
  });

  test("send events, whose ids they return", async () => {
    const client = world.client("c-send");
    const got: unknown[] = [];
    const sender = client.createFunction(
      { id: "sender", triggers: [{ event: "c-send/go" }] },
      async ({ step }) => {
        const { ids } = await step.sendEvent("tell", [
          { name: "c-send/told", data: { n: 1 } },
          { name: "c-send/told", data: { n: 2 } },
        ]);
        got.push(ids.length);
      },
    );
    const listener = client.createFunction(
      { id: "listener", triggers: [{ event: "c-send/told", if: "event.data.n > 1" }] },
      async ({ event }) => {
        got.push(event.data.n);
      },
    );
    await world.serve(client, [sender, listener]);
    await client.send({ name: "c-send/go" });
    await world.until("both ran", () => got.length === 2);
    expect(got.sort()).toEqual([2, 2]);
  });
});
