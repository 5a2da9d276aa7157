import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/server/env.mjs";
import { type ConsoleWorld, consoleWorld } from "@/server/services/testing/console-world";
import { handleRequest } from "./handle-request";

const OURS = "http://localhost:3000";
const start = new Date("2026-03-02T09:00:00Z");
let world: ConsoleWorld;

beforeAll(async () => {
  world = await consoleWorld(start);
});
afterAll(() => world.close());

async function cookieOf(...roles: Parameters<ConsoleWorld["person"]>) {
  const { id } = await world.person(...roles);
  const token = { sub: String(id), since: start.getTime() };
  return `next-auth.session-token=${await encode({ token, secret: env.NEXTAUTH_SECRET, maxAge: 3600 })}`;
}

/** Opens the stream as a browser does; `until` reads on until the text is there. */
async function open(cookie: string, headers: Record<string, string> = {}) {
  const leaving = new AbortController();
  const request = new Request(`${OURS}/api/trpc/live.changes?input=${encodeURIComponent('{"json":{}}')}`, {
    headers: { cookie, accept: "text/event-stream", ...headers },
    signal: leaving.signal,
  });
  const response = await handleRequest(request, { platform: world.platform, origins: [OURS] });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    response,
    leave: () => leaving.abort(),
    cancel: () => reader?.cancel(),
    async until(what: RegExp): Promise<string> {
      while (!what.test(text)) {
        const part = await reader?.read();
        if (part === undefined || part.done) throw new Error(`the stream ended with: ${text}`);
        text += part.value;
      }
      return text;
    },
  };
}

const followers = () => world.database.changes.followers;
const LAST_ID = /^id: ?(\S+)$/m;

test("a person hears of what they may read, and of nothing else", async () => {
  const executive = await open(await cookieOf("executive"));
  expect(executive.response.headers.get("content-type")).toContain("text/event-stream");
  expect(executive.response.headers.get("cache-control")).toBe("no-store, no-transform");
  const told = await executive.until(LAST_ID);
  expect(told).toContain('"outcome"');
  expect(told).not.toContain('"review"');
  expect(told).not.toContain('"import"');
  const reviewer = await open(await cookieOf("reviewer"));
  expect(await reviewer.until(LAST_ID)).toContain('"review"');
  executive.leave();
  reviewer.leave();
  await expect.poll(followers).toBe(0);
});

test("who is not signed in is told so, and nothing else", async () => {
  const nobody = await open("");
  expect(await nobody.until(/UNAUTHORIZED/)).toContain("event: serialized-error");
  await expect(nobody.until(/never/)).rejects.toThrow("the stream ended");
  expect(followers()).toBe(0);
});

test("a browser that comes back with the last id it saw is told only what it missed", async () => {
  const cookie = await cookieOf("reviewer");
  const first = await open(cookie);
  const id = LAST_ID.exec(await first.until(LAST_ID))?.[1] ?? "";
  first.leave();
  await expect.poll(followers).toBe(0);
  await world.sql.rows(
    "INSERT INTO review_comments (review_id, author, at, body) VALUES (1, 'user:1', $1, 'While away')",
    [start],
  );
  const again = await open(cookie, { "last-event-id": id });
  const told = await again.until(LAST_ID);
  expect(told).toContain('["review"]');
  again.leave();
  await expect.poll(followers).toBe(0);
});

test.each(["leave", "cancel"] as const)("nobody goes on listening after a browser's %s", async (how) => {
  const stream = await open(await cookieOf("reviewer"));
  await stream.until(LAST_ID);
  expect(followers()).toBe(1);
  await stream[how]();
  await expect.poll(followers).toBe(0);
});
