import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { external } from "./external";
import { openWorld, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await openWorld(external);
});
afterAll(() => world.close());

describe("keys", () => {
  test("an unsigned call is answered 401 by the app and runs nothing", async () => {
    const client = world.client("c-unsigned");
    let ran = false;
    const fn = client.createFunction({ id: "fn", triggers: [{ event: "c-unsigned/go" }] }, async () => {
      ran = true;
    });
    const { url } = await world.serve(client, [fn]);
    const answer = await fetch(`${url}?fnId=c-unsigned-fn&stepId=step`, {
      method: "POST",
      body: JSON.stringify({
        event: { name: "c-unsigned/go" },
        events: [],
        steps: {},
        ctx: { run_id: "x" },
        version: 2,
      }),
    });
    expect(answer.status).toBe(401);
    expect(ran).toBe(false);
  });

  test.each([
    { door: "/fn/register", headers: {} },
    { door: "/fn/register", headers: { authorization: "Bearer signkey-prod-00" } },
    { door: "/e/wrong-key", headers: {} },
  ])("the server answers 401 at $door with $headers", async ({ door, headers }) => {
    const answer = await fetch(new URL(door, world.server.baseUrl), {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ name: "x", data: {}, appName: "x", functions: [] }),
    });
    expect(answer.status).toBe(401);
  });
});

describe.skipIf(external !== null)("the embedded engine", () => {
  test.each([
    {
      option: "priority",
      options: { id: "fn", triggers: [{ event: "x" }], priority: { run: "120" } },
      message: 'function "c-refused-fn": option "priority" is not supported by the embedded engine',
    },
    {
      option: "jitter",
      options: { id: "fn", triggers: [{ cron: "* * * * *", jitter: "30s" as const }] },
      message: 'function "c-refused-fn": option "triggers.0.jitter" is not supported by the embedded engine',
    },
    {
      option: "batchEvents with cancelOn",
      options: {
        id: "fn",
        triggers: [{ event: "x" }],
        batchEvents: { maxSize: 2, timeout: "5s" as const },
        cancelOn: [{ event: "y" }],
      },
      message: 'function "c-refused-fn": option "cancelOn" is not supported together with "batchEvents"',
    },
    {
      option: "an expression that does not parse",
      options: { id: "fn", triggers: [{ event: "x", if: "event.data. ==" }] },
      message: /function "c-refused-fn": option "triggers\.0\.expression": .* does not parse/,
    },
    {
      option: "a schedule that is none",
      options: { id: "fn", triggers: [{ cron: "TZ=Mars/Olympus 0 9 * * *" }] },
      message: /function "c-refused-fn": option "triggers\.0\.cron": .* is no schedule/,
    },
  ])("refuses $option by name and registers nothing", async ({ options, message }) => {
    const client = world.client("c-refused");
    const good = client.createFunction({ id: "good", triggers: [{ event: "c-refused/go" }] }, async () => {});
    // The table's options are of different shapes; each is a valid one for the SDK.
    const bad = client.createFunction(options as Parameters<typeof client.createFunction>[0], async () => {});
    const app = await world.serve(client, [good, bad]);
    expect(app.status).toBe(400);
    if (message instanceof RegExp) expect(app.message).toMatch(message);
    else expect(app.message).toBe(message);
  });

  test.each([
    { what: "a name of its own", body: [{ name: "inngest/function.failed" }], status: 400 },
    { what: "no name", body: [{ data: {} }], status: 400 },
    { what: "a stamp that is no time", body: [{ name: "x", ts: "soon" }], status: 400 },
    { what: "NUL in an id", body: [{ name: "x", id: "a\u0000b" }], status: 400 },
    { what: "too many events", body: Array.from({ length: 5001 }, () => ({ name: "x" })), status: 400 },
  ])("refuses events with $what", async ({ body, status }) => {
    const answer = await post(JSON.stringify(body));
    expect(answer.status).toBe(status);
  });

  test.each([
    { what: "no JSON", text: "{", status: 400 },
    { what: "JSON a million deep", text: "[".repeat(1_000_000), status: 400 },
    { what: "17 MB", text: `"${"x".repeat(17 * 1024 * 1024)}"`, status: 413 },
  ])("answers $status to $what and lives on", async ({ text, status }) => {
    const answer = await post(text);
    expect(answer.status).toBe(status);
    expect((await fetch(new URL("/health", world.server.baseUrl))).status).toBe(200);
  });

  test("gives a step that it does not support an error that the function can catch", async () => {
    const client = world.client("c-signal");
    const caught: string[] = [];
    const fn = client.createFunction({ id: "fn", triggers: [{ event: "c-signal/go" }] }, async ({ step }) => {
      await step
        .waitForSignal("signal", { signal: "s", timeout: "1h", onConflict: "fail" })
        .catch((error: Error) => caught.push(error.message));
      await step
        .run("large", () => "x".repeat(5_000_000))
        .catch((error: Error) => caught.push(error.message));
    });
    await world.serve(client, [fn]);
    await client.send({ name: "c-signal/go" });
    await world.pass(0);
    expect(caught).toEqual(
      expect.arrayContaining([
        "WaitForSignal is not supported by the embedded engine",
        "a step may return at most 4 MB",
      ]),
    );
  });

  test("stores the same request once, however often it is sent", async () => {
    const client = world.client("c-seed");
    let runs = 0;
    const fn = client.createFunction({ id: "fn", triggers: [{ event: "c-seed/go" }] }, async () => {
      runs++;
    });
    await world.serve(client, [fn]);
    const send = () =>
      post(JSON.stringify([{ name: "c-seed/go" }, { name: "c-seed/go" }]), {
        "x-inngest-event-id-seed": "1770000000000,c2VlZA==",
      });
    const [first, second] = [await (await send()).json(), await (await send()).json()];
    await world.pass(0);
    expect(second).toEqual(first);
    expect(runs).toBe(2);
  });

  test("shows a run and its output to whoever has the signing key", async () => {
    const client = world.client("c-api");
    const fn = client.createFunction({ id: "fn", triggers: [{ event: "c-api/go" }] }, async () => ({
      sent: 3,
    }));
    await world.serve(client, [fn]);
    const { ids } = await client.send({ name: "c-api/go" });
    await world.pass(0);
    const path = `/v1/events/${ids[0]}/runs`;
    expect((await fetch(new URL(path, world.server.baseUrl))).status).toBe(401);
    const { data } = (await (await signed(path)).json()) as { data: unknown[] };
    expect(data).toMatchObject([{ function_id: "c-api-fn", status: "Completed", output: { sent: 3 } }]);
  });
});

function post(text: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(`/e/${world.server.eventKey}`, world.server.baseUrl), {
    method: "POST",
    headers,
    body: text,
  });
}

function signed(path: string): Promise<Response> {
  const hex = world.server.signingKey.replace(/^signkey-\w+-/, "");
  const hash = createHash("sha256").update(Buffer.from(hex, "hex")).digest("hex");
  return fetch(new URL(path, world.server.baseUrl), {
    headers: { authorization: `Bearer signkey-prod-${hash}` },
  });
}
