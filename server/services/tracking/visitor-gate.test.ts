import { expect, test } from "vitest";
import { ManualClock } from "@/server/clock";
import { SECOND_MS } from "@/server/domain/time";
import { PEER_ADDRESS_HEADER } from "@/server/peer-address";
import { VisitorGate } from "./visitor-gate";

const from = (peer: string, forwarded?: string) => ({
  headers: new Headers({
    [PEER_ADDRESS_HEADER]: peer,
    ...(forwarded === undefined ? {} : { "x-forwarded-for": forwarded }),
  }),
});
const START = new Date("2026-03-10T12:00:00Z");
const gateOf = (trustedProxies: number) => {
  const clock = new ManualClock(START);
  return { clock, gate: new VisitorGate({ visitsPerSecond: 2, trustedProxies }, clock) };
};
const flood = (gate: VisitorGate, visit: ReturnType<typeof from>) =>
  Array.from({ length: 41 }, () => gate.refusal(visit)?.status ?? 200);

test("forty visits at once pass, the next is told to wait, and another address is not", () => {
  const { gate, clock } = gateOf(0);
  expect(flood(gate, from("192.0.2.1"))).toEqual([...Array(40).fill(200), 429]);
  expect(gate.refusal(from("192.0.2.1"))?.headers.get("retry-after")).toBe("1");
  expect(gate.refusal(from("192.0.2.2"))).toBeNull();
  clock.advance(SECOND_MS);
  expect(gate.refusal(from("192.0.2.1"))).toBeNull();
});

test("what a visitor says of itself does not lift the limit; what our own proxy wrote tells visitors apart", () => {
  const direct = gateOf(0).gate;
  flood(direct, from("192.0.2.1"));
  expect(direct.refusal(from("192.0.2.1", "198.51.100.7"))?.status).toBe(429);
  const behind = gateOf(1).gate;
  flood(behind, from("10.0.0.1", "198.51.100.7"));
  expect(behind.refusal(from("10.0.0.1", "198.51.100.7"))?.status).toBe(429);
  expect(behind.refusal(from("10.0.0.1", "198.51.100.8"))).toBeNull();
});
