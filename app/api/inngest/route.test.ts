import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import * as route from "./route";

const handlers = { GET: route.GET, POST: route.POST, PUT: route.PUT };

const call = (method: "GET" | "POST" | "PUT", headers: Record<string, string> = {}) =>
  handlers[method](
    new NextRequest("http://console.example/api/inngest?fnId=touchline-start-run&stepId=step", {
      method,
      headers,
      ...(method === "GET" ? {} : { body: JSON.stringify({ event: {}, events: [], steps: {}, ctx: {} }) }),
    }),
    {},
  );

// PUT too: it would register the functions under an address of the caller's choice
test.each(["GET", "POST", "PUT"] as const)("an unsigned %s is refused", async (method) => {
  expect((await call(method)).status).toBe(401);
});

test("a forged signature is refused", async () => {
  const now = Math.floor(Date.now() / 1000);
  const headers = { "x-inngest-signature": `t=${now}&s=${"0".repeat(64)}` };
  expect((await call("POST", headers)).status).toBe(401);
});

test("other methods do not exist", () => {
  expect(route.OPTIONS().status).toBe(405);
  expect(Object.keys(route).sort()).toEqual(["GET", "OPTIONS", "POST", "PUT", "dynamic"]);
});
