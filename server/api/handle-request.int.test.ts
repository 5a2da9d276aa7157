import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { env } from "@/server/env.mjs";
import { type ConsoleWorld, consoleWorld } from "@/server/services/testing/console-world";
import { handleRequest } from "./handle-request";

const OURS = "http://localhost:3000";
const start = new Date("2026-03-02T09:00:00Z");
let world: ConsoleWorld;
let marketer: { id: number };
let cookie: string;

beforeAll(async () => {
  world = await consoleWorld(start);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(start);
  marketer = await world.person("marketer");
  cookie = await sessionOf({ sub: String(marketer.id), since: start.getTime() });
});

async function sessionOf(claims: Record<string, unknown>, secret = env.NEXTAUTH_SECRET, maxAge = 3600) {
  return `next-auth.session-token=${await encode({ token: claims, secret, maxAge })}`;
}

const send = (path: string, init: RequestInit = {}) =>
  handleRequest(new Request(`${OURS}/api/trpc/${path}`, init), { platform: world.platform, origins: [OURS] });

const ask = (
  headers: Record<string, string>,
  path = "settings.current",
  input: unknown = { kind: "policy" },
) => send(`${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`, { headers });

const BODY = { name: "Win back", goal: "win-back" };
const change = (headers: Record<string, string>, body: unknown = { json: BODY }, path = "campaign.create") =>
  send(path, {
    method: "POST",
    headers: { "content-type": "application/json", cookie, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const campaigns = async () =>
  (await world.sql.rows<{ n: number }>("SELECT count(*)::int AS n FROM campaigns"))[0]?.n ?? 0;

describe("who asks", () => {
  test("a session opens the door to what its owner's roles allow", async () => {
    expect((await ask({ cookie })).status).toBe(200);
    expect((await change({ origin: OURS })).status).toBe(200);
    expect((await ask({ cookie }, "team.list", {})).status).toBe(403);
  });

  test.each([
    { what: "no cookie", make: () => "" },
    { what: "an empty token", make: () => "next-auth.session-token=" },
    { what: "no token at all", make: () => "next-auth.session-token=abc.def.ghi" },
    {
      what: "alg=none",
      make: () =>
        `next-auth.session-token=${[
          { alg: "none", typ: "JWT" },
          { sub: String(marketer.id), since: start.getTime() },
        ]
          .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
          .join(".")}.`,
    },
    {
      what: "another secret",
      make: () => sessionOf({ sub: String(marketer.id), since: start.getTime() }, "x".repeat(32)),
    },
    {
      what: "a token that is over",
      make: () => sessionOf({ sub: String(marketer.id), since: start.getTime() }, env.NEXTAUTH_SECRET, -60),
    },
    { what: "no user id", make: () => sessionOf({ since: start.getTime() }) },
    { what: "a user id that is a word", make: () => sessionOf({ sub: "admin", since: start.getTime() }) },
    { what: "no beginning", make: () => sessionOf({ sub: String(marketer.id) }) },
    { what: "an unknown user", make: () => sessionOf({ sub: "2147483647", since: start.getTime() }) },
    { what: "a number that is no row's", make: () => sessionOf({ sub: "9e15", since: start.getTime() }) },
    {
      what: "roles in the token",
      make: () => sessionOf({ roles: ["admin"], since: start.getTime(), sub: "0" }),
    },
  ])("$what is nobody", async ({ make }) => {
    const response = await ask({ cookie: await make() });
    expect(response.status).toBe(401);
  });

  test("a header that once skipped Next's middleware changes nothing", async () => {
    const skip = { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" };
    expect((await ask(skip)).status).toBe(401);
    expect((await ask({ ...skip, cookie }, "team.list", {})).status).toBe(403);
  });

  test("a role that is removed is denied on the next request", async () => {
    const admin = await world.person("admin");
    expect((await change({ origin: OURS })).status).toBe(200);
    await admin.api.team.setRoles({ id: marketer.id, roles: ["executive"] });
    expect((await change({ origin: OURS })).status).toBe(403);
    expect((await ask({ cookie })).status).toBe(200);
  });

  test("a disabled person is nobody on the next request", async () => {
    const admin = await world.person("admin");
    await admin.api.team.disable({ id: marketer.id });
    expect((await ask({ cookie })).status).toBe(401);
  });

  test("a new password ends the sessions that began before it", async () => {
    const admin = await world.person("admin");
    world.clock.advance(60_000);
    await admin.api.team.resetPassword({ id: marketer.id, password: "other unrelated words 8" });
    expect((await ask({ cookie })).status).toBe(401);
    const fresh = await sessionOf({ sub: String(marketer.id), since: start.getTime() + 60_000 });
    expect((await ask({ cookie: fresh })).status).toBe(200);
  });

  test("a session lasts twelve hours from its beginning, however often the cookie was renewed", async () => {
    world.clock.advance(12 * 3_600_000 + 1);
    expect((await ask({ cookie })).status).toBe(401);
  });

  test("a database that is down is an error of ours, not a sign-out", async () => {
    const broken = {
      ...world.platform.database.prisma,
      user: { findUnique: () => Promise.reject(new Error("down")) },
    };
    const platform = { ...world.platform, database: { ...world.platform.database, prisma: broken as never } };
    const response = await handleRequest(
      new Request(`${OURS}/api/trpc/settings.current?input=%7B%7D`, { headers: { cookie } }),
      { platform, origins: [OURS] },
    );
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/down/);
  });
});

describe("what is sent", () => {
  test.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:3001" },
    { origin: "https://localhost:3000" },
    { origin: `${OURS}.evil.example` },
    { origin: OURS, "sec-fetch-site": "cross-site" },
    { origin: OURS, "sec-fetch-site": "same-site" },
    { origin: "https://evil.example", "content-type": "text/plain" },
  ])("a change from %o is refused", async (headers) => {
    const before = await campaigns();
    expect((await change(headers as Record<string, string>)).status).toBe(403);
    expect(await campaigns()).toBe(before);
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
  ])("a body of %s is refused", async (type) => {
    expect((await change({ origin: OURS, "content-type": type })).status).toBe(415);
  });

  test("a change cannot be made by a link", async () => {
    const link = `campaign.create?input=${encodeURIComponent(JSON.stringify({ json: BODY }))}`;
    expect((await send(link, { headers: { cookie } })).status).toBe(405);
  });

  test.each(["PUT", "PATCH", "DELETE", "OPTIONS"])("%s is refused", async (method) => {
    expect((await send("campaign.create", { method, headers: { cookie } })).status).toBe(405);
  });

  test.each([
    { what: "50 MB", body: `{"json":{"name":"${"x".repeat(50_000_000)}"}}`, status: 413 },
    { what: "a million levels", body: "[".repeat(900_000), status: 400 },
    { what: "half a JSON", body: '{"json":', status: 400 },
    { what: "__proto__", body: '{"json":{"__proto__":{"isAdmin":true},"name":"x"}}', status: 400 },
    { what: "constructor", body: '{"json":{"constructor":{"prototype":{"isAdmin":true}}}}', status: 400 },
    {
      what: "a path to a prototype",
      body: '{"json":{"a":{}},"meta":{"values":{"__proto__.isAdmin":["undefined"]}}}',
      status: 400,
    },
    {
      what: "another path to one",
      body: '{"json":{"name":"xx","goal":"win-back"},"meta":{"values":{"a.constructor.prototype.isAdmin":["Date"]}}}',
      status: 400,
    },
    {
      what: "equal parts by a prototype's path",
      body: '{"json":{"name":"xx","goal":"win-back"},"meta":{"referentialEqualities":{"name":["__proto__.isAdmin"]}}}',
      status: 400,
    },
    {
      what: "a class that is not ours",
      body: '{"json":{"name":"xx","goal":"win-back"},"meta":{"values":{"name":[["class","Buffer"]]}}}',
      status: 400,
    },
    {
      what: "a bad regular expression",
      body: '{"json":{"name":"(((","goal":"win-back"},"meta":{"values":{"name":["regexp"]}}}',
      status: 400,
    },
    {
      what: "a number that is none",
      body: '{"json":{"name":"abc","goal":"win-back"},"meta":{"values":{"name":["bigint"]}}}',
      status: 400,
    },
    { what: "a list instead", body: "[]", status: 400 },
    { what: "null", body: "null", status: 400 },
    { what: "NUL", body: '{"json":{"name":"a\\u0000b","goal":"win-back"}}', status: 400 },
    { what: "half of a pair", body: '{"json":{"name":"a\\ud800b","goal":"win-back"}}', status: 400 },
  ])("$what is refused and harms nothing", async ({ body, status }) => {
    const before = await campaigns();
    expect((await change({ origin: OURS }, body)).status).toBe(status);
    expect(await campaigns()).toBe(before);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test("a stream of unknown length is cut off", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(100_000).fill(32));
      },
    });
    const response = await send("campaign.create", {
      method: "POST",
      headers: { "content-type": "application/json", cookie, origin: OURS },
      body: endless,
      duplex: "half",
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(20);
  });

  test("a batch is bounded", async () => {
    const many = Array(33).fill("settings.current").join(",");
    expect((await send(`${many}?batch=1&input=%7B%7D`, { headers: { cookie } })).status).toBe(400);
  });

  test("one who may not is told so, whatever is in the body", async () => {
    const reviewer = await world.person("reviewer");
    const theirs = await sessionOf({ sub: String(reviewer.id), since: start.getTime() });
    for (const body of [{ json: BODY }, { json: { nonsense: true } }, { json: null }]) {
      expect((await change({ origin: OURS, cookie: theirs }, body)).status).toBe(403);
    }
  });

  test("what breaks inside is not told outside", async () => {
    const response = await ask({ cookie }, "campaign.get", { id: 1.5 });
    expect(response.status).toBe(400);
    const unknown = await ask({ cookie }, "nothing.here", {});
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).not.toMatch(/node_modules|at /);
  });

  test.each([
    "<script>alert(1)</script>",
    "'; DROP TABLE campaigns; --",
    "Ω≈ç√∫˜µ≤≥÷",
    "田中さんにあげて下さい",
    "مُنَاقَشَةُ سُبُلِ",
    "👾 🙇 💁 👨‍👩‍👧‍👦",
    "\u202etest\u202e",
    `\${jndi:ldap://127.0.0.1/a}`,
    "{{ 7 * 7 }} {% raw %}",
    "../../../etc/passwd%00",
    "NaN undefined null \\u0041",
  ])("%s comes back exactly", async (name) => {
    const made = await change({ origin: OURS }, { json: { ...BODY, name } });
    expect(made.status).toBe(200);
    const { result } = (await made.json()) as { result: { data: { json: { id: number } } } };
    const read = await ask({ cookie }, "campaign.get", { id: result.data.json.id });
    const { result: back } = (await read.json()) as { result: { data: { json: { name: string } } } };
    expect(back.data.json.name).toBe(name);
  });
});
