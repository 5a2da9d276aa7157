import { NonRetriableError } from "inngest";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { external } from "./external";
import { openWorld, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await openWorld(external);
});
afterAll(() => world.close());

describe("failures", () => {
  test("reach onFailure with the error and the event, and whoever listens to the end", async () => {
    const client = world.client("c-fail");
    const seen: unknown[] = [];
    const fn = client.createFunction(
      {
        id: "fn",
        triggers: [{ event: "c-fail/go" }],
        retries: 0,
        onFailure: async ({ error, event }) => {
          seen.push({
            onFailure: error.message,
            function: event.data.function_id,
            n: event.data.event.data.n,
          });
        },
      },
      async () => {
        throw new Error("boom");
      },
    );
    const listener = client.createFunction(
      {
        id: "listener",
        triggers: [{ event: "inngest/function.finished", if: "event.data.function_id == 'c-fail-fn'" }],
      },
      async ({ event }) => {
        seen.push({ finished: (event.data as { error: { message: string } }).error.message });
      },
    );
    await world.serve(client, [fn, listener]);
    await client.send({ name: "c-fail/go", data: { n: 7 } });
    await world.until("both heard", () => seen.length === 2);
    expect(seen).toEqual(
      expect.arrayContaining([{ onFailure: "boom", function: "c-fail-fn", n: 7 }, { finished: "boom" }]),
    );
  });

  test("that are final are not tried again", async () => {
    const client = world.client("c-final");
    let calls = 0;
    const ended: string[] = [];
    const fn = client.createFunction(
      {
        id: "fn",
        triggers: [{ event: "c-final/go" }],
        onFailure: async ({ error }) => {
          ended.push(error.message);
        },
      },
      async () => {
        calls++;
        throw new NonRetriableError("no use");
      },
    );
    await world.serve(client, [fn]);
    await client.send({ name: "c-final/go" });
    await world.until("it ended", () => ended.length === 1);
    expect({ calls, ended }).toEqual({ calls: 1, ended: ["no use"] });
  });

  test.skipIf(external !== null)(
    "back off by the table: 15 s, 30 s, 1 m, 2 m, each with jitter",
    async () => {
      const client = world.client("c-back");
      const at: number[] = [];
      const ended: string[] = [];
      const fn = client.createFunction(
        {
          id: "fn",
          triggers: [{ event: "c-back/go" }],
          onFailure: async ({ error }) => {
            ended.push(error.message);
          },
        },
        async ({ attempt }) => {
          at.push(world.clock.now().getTime());
          throw new Error(`attempt ${attempt}`);
        },
      );
      await world.serve(client, [fn]);
      await client.send({ name: "c-back/go" });
      for (let i = 0; i < 70; i++) await world.pass(5000);
      const waits = at.slice(1).map((time, i) => (time - (at[i] ?? 0)) / 1000);
      expect(waits).toEqual([30, 45, 75, 135]);
      expect(ended).toEqual(["attempt 4"]);
    },
  );

  test.skipIf(external !== null)("do not count while the app is not there", async () => {
    const client = world.client("c-gone");
    const attempts: number[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-gone/go" }], retries: 0 },
      async ({ attempt }) => {
        attempts.push(attempt);
      },
    );
    const app = await world.serve(client, [fn]);
    await app.stop();
    await client.send({ name: "c-gone/go" });
    for (let i = 0; i < 20; i++) await world.pass(5000);
    await world.serve(client, [fn]);
    await world.pass(60_000);
    expect(attempts).toEqual([0]);
  });
});

describe.skipIf(external !== null)("a crash of the app in the middle of a step", () => {
  test("spends one attempt and is tried again soon", async () => {
    const client = world.client("c-crash");
    const attempts: number[] = [];
    const results: string[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-crash/go" }] },
      async ({ step, attempt }) => {
        await step.run("slow", async () => {
          attempts.push(attempt);
          if (attempts.length === 1) await new Promise(() => undefined);
        });
        results.push("ended");
      },
    );
    const app = await world.serve(client, [fn]);
    await client.send({ name: "c-crash/go" });
    await vi.waitUntil(() => attempts.length === 1);
    await app.stop();
    await world.serve(client, [fn]);
    await world.pass(2000);
    expect(attempts).toEqual([0, 1]);
    expect(results).toEqual(["ended"]);
  });
});

describe.skipIf(external !== null)("schedules", () => {
  test("fire at their time in their zone; of several missed times only the latest", async () => {
    const client = world.client("c-cron");
    const fired: string[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ cron: "TZ=Europe/Berlin 30 9 * * *" }] },
      async ({ event }) => {
        fired.push((event.data as unknown as { scheduledAt: string }).scheduledAt);
      },
    );
    world.clock.set(new Date("2026-03-27T08:00:00Z"));
    await world.serve(client, [fn]);
    await world.pass(29 * 60_000);
    expect(fired).toEqual([]);
    await world.pass(60_000);
    expect(fired).toEqual(["2026-03-27T08:30:00.000Z"]);
    // four days at once, over the change to summer time on the 29th
    await world.pass(4 * 86_400_000);
    expect(fired).toEqual(["2026-03-27T08:30:00.000Z", "2026-03-31T07:30:00.000Z"]);
    await world.pass(0);
    expect(fired).toHaveLength(2);
  });
});
