import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { SECOND_MS } from "@/server/domain/time";
import { PEER_ADDRESS_HEADER } from "@/server/peer-address";
import {
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
  vi.restoreAllMocks();
  await world.empty();
  await world.sql.rows("UPDATE write_keys SET revoked_at = NULL");
});

type Sent = { key?: string; from?: string; body?: string | ReadableStream };
const event = JSON.stringify({ userId: "u1", event: "e" });

async function send(tracker: Tracker, { key, from = "192.0.2.1", body = event }: Sent) {
  const request = new Request("http://localhost/v1/track", {
    method: "POST",
    headers: { ...(key === undefined ? {} : basic(key)), [PEER_ADDRESS_HEADER]: from },
    body,
    duplex: "half",
  } as RequestInit);
  const { status, headers } = await handleCall(request, "track", tracker);
  return [status, headers.get("retry-after")];
}
const inTurn = async (count: number, call: (n: number) => ReturnType<typeof send>) => {
  const statuses = new Map<unknown, number>();
  for (let n = 0; n < count; n++) {
    const [status] = await call(n);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  return Object.fromEntries(statuses);
};
const questions = () => vi.spyOn(world.sql, "rows");
const withKey = (writeKey: string) => JSON.stringify({ userId: "u1", event: "e", writeKey });

test("an address that tries out keys is slowed down and asks the database no more; others are not", async () => {
  const tracker = new Tracker(world.platform);
  expect(await send(tracker, { key: WRITE_KEY })).toEqual([200, null]);
  expect(await inTurn(150, (n) => send(tracker, { key: `wk_${n}` }))).toEqual({ 401: 100, 429: 50 });
  const asked = questions();
  expect(await send(tracker, { key: "wk_more" })).toEqual([429, "1"]);
  expect(asked).not.toHaveBeenCalled();
  expect(await send(tracker, { key: WRITE_KEY }), "a source of the same network").toEqual([200, null]);
  expect(await send(tracker, { key: "wk_more", from: "192.0.2.2" })).toEqual([401, null]);
  expect(asked).toHaveBeenCalled();
  world.clock.advance(SECOND_MS);
  expect(await send(tracker, { key: "wk_more" })).toEqual([401, null]);
});

test("calls without a key, and with a wrong one in the body, count too; with one in force they don't", async () => {
  const tracker = new Tracker(world.platform);
  const good = { body: withKey(WRITE_KEY) };
  expect(await inTurn(130, () => send(tracker, good))).toEqual({ 200: 130 });
  const bad = [{ body: withKey("wk_other") }, {}, { body: "{" }] as const;
  expect(await inTurn(101, (n) => send(tracker, bad[n % 3] ?? {}))).toEqual({ 401: 67, 400: 33, 429: 1 });
});

test("many sources that begin at once behind one address all get in", async () => {
  const tracker = new Tracker(world.platform);
  const answers = await Promise.all(Array.from({ length: 90 }, () => send(tracker, { key: WRITE_KEY })));
  expect(answers.every(([status]) => status === 200)).toBe(true);
  expect(await inTurn(90, () => send(tracker, { key: WRITE_KEY }))).toEqual({ 200: 90 });
});

test("a flood of unknown keys from everywhere makes the gate forget no key in force", async () => {
  const tracker = new Tracker(world.platform);
  await send(tracker, { key: WRITE_KEY });
  expect(await inTurn(1100, (n) => send(tracker, { key: `wk_${n}`, from: `198.51.${n % 250}.7` }))).toEqual({
    401: 1100,
  });
  const asked = questions();
  expect(await tracker.authenticate(WRITE_KEY)).toBe(world.writeKeyId);
  expect(asked).not.toHaveBeenCalled();
  await tracker.authenticate("wk_other");
  expect(asked).toHaveBeenCalled();
});

test("a key that was revoked is a stranger's from then on, and one that is made after it was tried gets in", async () => {
  const tracker = new Tracker(world.platform);
  await send(tracker, { key: WRITE_KEY });
  await saveRevoked(world.sql, world.writeKeyId, world.clock.now());
  world.clock.advance(3 * SECOND_MS);
  expect(await inTurn(102, () => send(tracker, { key: WRITE_KEY }))).toEqual({ 401: 101, 429: 1 });
  const late = { key: "wk_late", from: "192.0.2.9" };
  expect(await send(tracker, late)).toEqual([401, null]);
  await insertWriteKey(world.sql, { name: "late", hash: hashOf("wk_late"), prefix: "wk_la", at: now });
  world.clock.advance(3 * SECOND_MS);
  expect(await send(tracker, late)).toEqual([200, null]);
});

test("bodies without a key that never come take no place of a source's, and are given up after ten seconds", async () => {
  const tracker = new Tracker(world.platform);
  await send(tracker, { key: WRITE_KEY });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const silent = () => new ReadableStream({});
  const waiting = Array.from({ length: 200 }, (_, n) =>
    send(tracker, { from: `203.0.113.${n}`, body: silent() }),
  );
  expect(await send(tracker, { from: "192.0.2.3", body: silent() })).toEqual([429, "1"]);
  const slowSource = send(tracker, { key: WRITE_KEY, body: silent() });
  await vi.advanceTimersByTimeAsync(10 * SECOND_MS);
  vi.useRealTimers();
  expect((await Promise.all([...waiting, slowSource])).every(([status]) => status === 408)).toBe(true);
  expect(await send(tracker, { from: "192.0.2.3" }), "the places are free again").toEqual([401, null]);
});

test("while they wait, a source is served", async () => {
  const tracker = new Tracker(world.platform);
  const ends: (() => void)[] = [];
  const open = () => new ReadableStream({ start: (controller) => void ends.push(() => controller.close()) });
  const waiting = Array.from({ length: 200 }, (_, n) =>
    send(tracker, { from: `203.0.113.${n}`, body: open() }),
  );
  expect(await send(tracker, { key: WRITE_KEY, from: "192.0.2.4" })).toEqual([200, null]);
  for (const end of ends) end();
  expect((await Promise.all(waiting)).every(([status]) => status === 400)).toBe(true);
});
