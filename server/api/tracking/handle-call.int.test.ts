import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { SECOND_MS } from "@/server/domain/time";
import {
  type Answer,
  basic,
  type TrackingWorld,
  trackingWorld,
  WRITE_KEY,
} from "@/server/services/ingest/testing/tracking-world";
import { Tracker } from "@/server/services/ingest/tracker";
import { hashOf } from "@/server/services/ingest/write-key-gate";
import { insertWriteKey, saveRevoked } from "@/server/store/write-keys";
import { handleCall } from "./handle-call";

const now = new Date("2026-03-10T12:00:00.000Z");
let world: TrackingWorld;
beforeAll(async () => {
  world = await trackingWorld(now);
});
afterAll(() => world.close());
afterEach(async () => {
  await world.empty();
  await world.sql.rows("UPDATE write_keys SET revoked_at = NULL");
});

const stored = async () => {
  const [row] = await world.sql.rows<{ n: number }>("SELECT count(*)::int AS n FROM events");
  return row?.n;
};
const event = (n = 0) => ({ messageId: `m${n}`, userId: "u1", event: "e" });

describe("who may send", () => {
  test.each([
    { because: "no key", headers: {} },
    { because: "an unknown key", headers: basic("wk_other") },
    { because: "an empty key", headers: basic("") },
    { because: "another scheme", headers: { authorization: `Bearer ${WRITE_KEY}` } },
    { because: "no base64", headers: { authorization: "Basic %%%" } },
  ])("$because: 401, and nothing is stored", async ({ headers }) => {
    const response = await world.post("track", JSON.stringify(event()), headers as Record<string, string>);
    expect(response.status).toBe(401);
    expect(await stored()).toBe(0);
  });

  test("the key may be in the body, as the browser client has it, with the calls by their first letter", async () => {
    const body = JSON.stringify({ ...event(), writeKey: WRITE_KEY });
    const response = await world.post("t", body, { "content-type": "text/plain" });
    expect(response.status).toBe(200);
    expect(await stored()).toBe(1);
  });

  test("a revoked key is refused within five seconds", async () => {
    expect((await world.send("track", event(1))).status).toBe(200);
    await saveRevoked(world.sql, world.writeKeyId, world.clock.now());
    world.clock.advance(5 * SECOND_MS);
    expect((await world.send("track", event(2))).status).toBe(401);
    expect(await stored()).toBe(1);
  });

  test("its last use is noted", async () => {
    world.clock.advance(3600 * SECOND_MS);
    await world.send("track", event());
    const [row] = await world.sql.rows("SELECT last_used_at FROM write_keys");
    expect(row).toEqual({ last_used_at: world.clock.now() });
  });
});

describe("what is too much", () => {
  test.each([
    { because: "a body of 50 MB", call: "batch", body: () => "x".repeat(50_000_000), status: 413 },
    { because: "a batch beyond 500 kB", call: "batch", body: () => batchOf(600, 1000), status: 413 },
    {
      because: "an event beyond 32 kB",
      call: "track",
      body: () => JSON.stringify({ ...event(), properties: { a: "x".repeat(40_000) } }),
      status: 413,
    },
    {
      because: "100,000 events",
      call: "batch",
      body: () => `{"batch":[${"{},".repeat(99_999)}{}]}`,
      status: 400,
    },
    { because: "nested a million deep", call: "track", body: () => "[".repeat(1_000_000), status: 413 },
    {
      because: "nested 15,000 deep, closed",
      call: "track",
      body: () => `{"userId":"u","event":"e","properties":${'{"a":'.repeat(5000)}1${"}".repeat(5000)}}`,
      status: 400,
    },
    {
      because: "brackets only",
      call: "batch",
      body: () => `${"[".repeat(250_000)}${"]".repeat(250_000)}`,
      status: 400,
    },
    { because: "no JSON", call: "track", body: () => "{", status: 400 },
    { because: "nothing", call: "track", body: () => "", status: 400 },
    { because: "a number", call: "track", body: () => "7", status: 400 },
    { because: "null", call: "batch", body: () => "null", status: 400 },
    {
      because: "a prototype by name",
      call: "track",
      body: () => '{"__proto__":{"a":1},"userId":"u","event":"e"}',
      status: 400,
    },
    { because: "an unknown call", call: "steal", body: () => JSON.stringify(event()), status: 404 },
  ])("$because: $status", async ({ call, body, status }) => {
    const response = await world.post(call, body());
    expect(response.status).toBe(status);
    const answer = (await response.json()) as Answer;
    expect(answer).toMatchObject({ success: false, field: expect.any(String), message: expect.any(String) });
    expect(({} as { a?: number }).a).toBeUndefined();
    expect(await stored()).toBe(0);
  });

  const batchOf = (events: number, bytes: number) =>
    JSON.stringify({
      batch: Array.from({ length: events }, (_, n) => ({
        ...event(n),
        type: "track",
        properties: { a: "x".repeat(bytes) },
      })),
    });

  test("a source that sends more than it may is told when to try again, and another is not", async () => {
    const tracker = new Tracker(world.platform, { eventsPerSecond: 5 });
    const call = (name: string, body: object, key = WRITE_KEY) =>
      handleCall(
        new Request(`http://localhost/v1/${name}`, {
          method: "POST",
          headers: basic(key),
          body: JSON.stringify(body),
        }),
        name,
        tracker,
      );
    const batch = Array.from({ length: 60 }, (_, n) => ({ ...event(n), type: "track" }));
    expect((await call("batch", { batch })).status).toBe(200);
    const refused = await call("track", event(60));
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "3"]);
    const inBody = new Request("http://localhost/v1/t", {
      method: "POST",
      body: JSON.stringify({ ...event(61), writeKey: WRITE_KEY }),
    });
    expect((await handleCall(inBody, "t", tracker)).status).toBe(429);
    await insertWriteKey(world.sql, {
      name: "quiet",
      hash: hashOf("wk_quiet"),
      prefix: "wk_qu",
      at: now,
    });
    expect((await call("track", event(62), "wk_quiet")).status).toBe(200);
    world.clock.advance(3 * SECOND_MS);
    expect((await call("track", event(60))).status).toBe(200);
    expect(await stored()).toBe(62);
  });

  test("a length that lies is found out while reading", async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(64 * 1024).fill(32));
        if (pulled === 10_000) controller.close();
      },
    });
    const request = new Request("http://localhost/v1/track", {
      method: "POST",
      headers: basic(WRITE_KEY),
      body,
      duplex: "half",
    } as RequestInit);
    const response = await handleCall(request, "track", new Tracker(world.platform));
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(30);
  });
});

describe("under load", () => {
  test("what cannot wait any more is told to come again, and what was answered 200 is stored", async () => {
    const tracker = new Tracker(world.platform, { maxWaiting: 40, maxTogether: 10, lanes: 1, gatherMs: 0 });
    const send = (n: number) =>
      handleCall(
        new Request("http://localhost/v1/batch", {
          method: "POST",
          headers: basic(WRITE_KEY),
          body: JSON.stringify({
            batch: Array.from({ length: 10 }, (_, i) => ({ ...event(n * 10 + i), type: "track" })),
          }),
        }),
        "batch",
        tracker,
      );
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => send(n)));
    const busy = answers.filter(({ status }) => status === 429);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy.every((answer) => answer.headers.get("retry-after") === "1")).toBe(true);
    const taken = answers.filter(({ status }) => status === 200).length;
    expect(taken + busy.length).toBe(60);
    expect(await stored()).toBe(taken * 10);
    expect((await send(99)).status).toBe(200);
  });

  test("without a database the answer is 503, not 200 and not a loss of the process", async () => {
    const away = await trackingWorld(now);
    expect((await away.send("track", event())).status).toBe(200);
    await away.vanish();
    const response = await away.post("track", JSON.stringify(event(2)));
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "1"]);
    await away.database.close();
  });
});

test("any page may send, and learns nothing", async () => {
  const request = new Request("http://localhost/v1/track", {
    method: "OPTIONS",
    headers: {
      origin: "https://shop.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type",
    },
  });
  const answer = await handleCall(request, "track", new Tracker(world.platform));
  expect(answer.status).toBe(204);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("access-control-allow-headers")).toContain("authorization");
  expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
  const sent = await world.post("track", JSON.stringify(event()));
  expect(sent.headers.get("access-control-allow-origin")).toBe("*");
  expect(Object.keys((await sent.json()) as object).sort()).toEqual(["duplicates", "success"]);
});
