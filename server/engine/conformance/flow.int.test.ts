import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { external } from "./external";
import { openWorld, type World } from "./world";

const HOUR = 3_600_000;

let world: World;
beforeAll(async () => {
  world = await openWorld(external);
});
afterAll(() => world.close());

describe("concurrency", () => {
  test("limits the steps under way, per function and per key", async () => {
    const client = world.client("c-conc");
    const underWay = new Map<string, number>();
    const most = new Map<string, number>();
    let done = 0;
    const work = async (key: string) => {
      for (const slot of [key, "all"]) {
        underWay.set(slot, (underWay.get(slot) ?? 0) + 1);
        most.set(slot, Math.max(most.get(slot) ?? 0, underWay.get(slot) ?? 0));
      }
      // on a busy machine the third may come late: the first two wait for it
      await vi.waitUntil(() => (most.get("all") ?? 0) >= 3, { timeout: 20_000 }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 40));
      for (const slot of [key, "all"]) underWay.set(slot, (underWay.get(slot) ?? 0) - 1);
      done++;
    };
    const fn = client.createFunction(
      {
        id: "fn",
        triggers: [{ event: "c-conc/go" }],
        concurrency: [{ limit: 3 }, { limit: 1, key: "event.data.key" }],
      },
      async ({ event, step }) => {
        await step.run("work", () => work(String(event.data.key)));
      },
    );
    await world.serve(client, [fn]);
    const keys = ["a", "a", "a", "a", "b", "b", "c", "d", "e"];
    await client.send(keys.map((key) => ({ name: "c-conc/go", data: { key } })));
    await world.until("all ran", () => done === keys.length);
    expect(most.get("all")).toBe(3);
    expect(most.get("a")).toBe(1);
    expect(most.get("b")).toBe(1);
  });

  test("holds no slot while a run sleeps", async () => {
    const client = world.client("c-conc-sleep");
    const seen: string[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-conc-sleep/go" }], concurrency: 1 },
      async ({ event, step }) => {
        await step.run("before", () => seen.push(`before ${event.data.n}`));
        await step.sleep("nap", "2s");
        await step.run("after", () => seen.push(`after ${event.data.n}`));
      },
    );
    await world.serve(client, [fn]);
    await client.send([1, 2].map((n) => ({ name: "c-conc-sleep/go", data: { n } })));
    await world.until("both began", () => seen.length >= 2);
    expect(seen.slice(0, 2).sort()).toEqual(["before 1", "before 2"]);
    await world.pass(2000);
    await world.until("both ended", () => seen.length === 4);
    expect(seen.slice(2).sort()).toEqual(["after 1", "after 2"]);
  });
});

describe("once only", () => {
  test("idempotency starts one run for a key", async () => {
    const client = world.client("c-once");
    const seen: unknown[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-once/go" }], idempotency: "event.data.id" },
      async ({ event }) => {
        seen.push(event.data.id);
      },
    );
    await world.serve(client, [fn]);
    for (const id of ["a", "b", "a", "a"]) await client.send({ name: "c-once/go", data: { id } });
    await world.pass(500);
    expect(seen.sort()).toEqual(["a", "b"]);
  });

  test.skipIf(external !== null)("idempotency lasts 24 hours", async () => {
    const client = world.client("c-once-day");
    let runs = 0;
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-once-day/go" }], idempotency: "event.data.id" },
      async () => {
        runs++;
      },
    );
    await world.serve(client, [fn]);
    for (const wait of [0, 23 * HOUR, HOUR]) {
      await world.pass(wait);
      await client.send({ name: "c-once-day/go", data: { id: 7 } });
    }
    await world.pass(0);
    expect(runs).toBe(2);
  });

  test("an event's id starts each function once", async () => {
    const client = world.client("c-id");
    const seen: unknown[] = [];
    const fns = ["one", "two"].map((id) =>
      client.createFunction({ id, triggers: [{ event: "c-id/go" }] }, async ({ event }) => {
        seen.push(`${id} ${event.id}`);
      }),
    );
    await world.serve(client, fns);
    for (let i = 0; i < 3; i++) await client.send({ name: "c-id/go", id: "order-1" });
    await world.pass(500);
    expect(seen.sort()).toEqual(["one order-1", "two order-1"]);
  });

  test.skipIf(external !== null)("singletons skip, or cancel the run before them", async () => {
    const client = world.client("c-single");
    const seen: string[] = [];
    const fns = (["skip", "cancel"] as const).map((mode) =>
      client.createFunction(
        { id: mode, triggers: [{ event: "c-single/go" }], singleton: { key: "event.data.key", mode } },
        async ({ event, step }) => {
          await step.sleep("nap", "1m");
          await step.run("end", () => seen.push(`${mode} ${event.data.n}`));
        },
      ),
    );
    await world.serve(client, fns);
    for (const n of [1, 2, 3]) {
      await client.send({ name: "c-single/go", data: { n, key: "k" } });
      await world.pass(10_000);
    }
    await world.pass(60_000);
    expect(seen.sort()).toEqual(["cancel 3", "skip 1"]);
  });
});

describe("gathering", () => {
  test("debounce runs once, with the last event", async () => {
    const client = world.client("c-deb");
    const seen: unknown[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-deb/go" }], debounce: { period: "2s", key: "event.data.key" } },
      async ({ event }) => {
        seen.push(event.data.n);
      },
    );
    await world.serve(client, [fn]);
    for (const n of [1, 2, 3]) {
      await client.send({ name: "c-deb/go", data: { n, key: "k" } });
      await world.pass(100);
    }
    expect(seen).toEqual([]);
    await world.pass(2000);
    await world.until("it ran", () => seen.length > 0);
    expect(seen).toEqual([3]);
  });

  test.skipIf(external !== null)("debounce waits no longer than its time-out", async () => {
    const client = world.client("c-deb-max");
    const seen: unknown[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-deb-max/go" }], debounce: { period: "10s", timeout: "25s" } },
      async ({ event }) => {
        seen.push(event.data.n);
      },
    );
    await world.serve(client, [fn]);
    for (const n of [1, 2, 3, 4]) {
      await client.send({ name: "c-deb-max/go", data: { n } });
      await world.pass(8000);
    }
    expect(seen).toEqual([4]);
  });

  test("batchEvents runs when the batch is full or its time is up, one batch a key", async () => {
    const client = world.client("c-batch");
    const batches: string[] = [];
    const fn = client.createFunction(
      {
        id: "fn",
        triggers: [{ event: "c-batch/go" }],
        batchEvents: { maxSize: 3, timeout: "2s", key: "event.data.key" },
      },
      async ({ events }) => {
        batches.push(events.map((event) => `${event.data.key}${event.data.n}`).join());
      },
    );
    await world.serve(client, [fn]);
    const events = [1, 2, 3, 4].flatMap((n) =>
      ["a", "b"].map((key) => ({ name: "c-batch/go", data: { key, n } })),
    );
    await client.send(events.slice(0, 7));
    await world.until("a full batch ran", () => batches.length >= 1);
    await world.pass(2000);
    await world.until("the rest ran", () => batches.length === 3);
    expect(batches.sort()).toEqual(["a1,a2,a3", "a4", "b1,b2,b3"]);
  });
});

describe.skipIf(external !== null)("pace", () => {
  test("rateLimit drops what is too much in any period", async () => {
    const client = world.client("c-rate");
    const seen: unknown[] = [];
    const fn = client.createFunction(
      {
        id: "fn",
        triggers: [{ event: "c-rate/go" }],
        rateLimit: { limit: 2, period: "1m", key: "event.data.key" },
      },
      async ({ event }) => {
        seen.push(`${event.data.key}${event.data.n}`);
      },
    );
    await world.serve(client, [fn]);
    for (const n of [0, 1, 2, 3, 4]) {
      await client.send(["a", "b"].map((key) => ({ name: "c-rate/go", data: { key, n } })));
      await world.pass(25_000);
    }
    expect(seen.sort()).toEqual(["a0", "a1", "a3", "a4", "b0", "b1", "b3", "b4"]);
  });

  test("throttle spreads starts: a burst, then one each period / limit", async () => {
    const client = world.client("c-throttle");
    const starts: number[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-throttle/go" }], throttle: { limit: 6, period: "1m", burst: 2 } },
      async () => {
        starts.push(world.clock.now().getTime());
      },
    );
    await world.serve(client, [fn]);
    const begin = world.clock.now().getTime();
    await client.send([1, 2, 3, 4].map((n) => ({ name: "c-throttle/go", data: { n } })));
    for (let i = 0; i < 30; i++) await world.pass(1000);
    expect(starts.map((at) => (at - begin) / 1000)).toEqual([0, 0, 10, 20]);
  });

  test("timeouts cancel a run that starts too late", async () => {
    const client = world.client("c-late-start");
    const seen: unknown[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-late-start/go" }], timeouts: { start: "1m" }, concurrency: 1 },
      async ({ event }) => {
        seen.push(event.data.n);
        await held;
      },
    );
    await world.serve(client, [fn]);
    await client.send([1, 2].map((n) => ({ name: "c-late-start/go", data: { n } })));
    await vi.waitUntil(() => seen.length === 1);
    world.clock.advance(61_000);
    await world.engine.tick();
    release();
    await world.pass(0);
    expect(seen).toEqual([1]);
  });

  test("timeouts cancel a run that ends too late", async () => {
    const client = world.client("c-late");
    const seen: string[] = [];
    const fn = client.createFunction(
      { id: "fn", triggers: [{ event: "c-late/go" }], timeouts: { finish: "1m" } },
      async ({ event, step }) => {
        await step.sleep("nap", event.data.nap as string);
        await step.run("end", () => seen.push(event.data.nap as string));
      },
    );
    await world.serve(client, [fn]);
    await client.send(["50s", "70s"].map((nap) => ({ name: "c-late/go", data: { nap } })));
    await world.pass(50_000);
    await world.pass(50_000);
    expect(seen).toEqual(["50s"]);
  });
});
