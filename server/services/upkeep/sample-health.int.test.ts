import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";
import { sampleHealth } from "./sample-health";

let world: ConsoleWorld;
let status = 200;
const server = createServer((_, response) => response.writeHead(status).end());
beforeAll(async () => {
  world = await consoleWorld(new Date("2026-03-02T09:00:10Z"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.close();
  await world.close();
});

const ask = (healthUrl: string) =>
  sampleHealth({ actor: { kind: "system", job: "test" }, platform: { ...world.platform, healthUrl } }, {});
const samples = () =>
  world.sql.rows<{ minute: Date; answered: boolean }>(
    "SELECT minute, answered FROM health_samples ORDER BY minute",
  );

test("a minute has answered if it did once; errors and silence are a no", async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/health`;
  expect(await ask(url)).toEqual({ answered: true });
  status = 503;
  expect(await ask(url)).toEqual({ answered: false });
  world.clock.set(new Date("2026-03-02T09:01:00Z"));
  expect(await ask(url)).toEqual({ answered: false });
  world.clock.set(new Date("2026-03-02T09:02:00Z"));
  expect(await ask("http://127.0.0.1:1/api/health")).toEqual({ answered: false });
  expect(await samples()).toEqual([
    { minute: new Date("2026-03-02T09:00:00Z"), answered: true },
    { minute: new Date("2026-03-02T09:01:00Z"), answered: false },
    { minute: new Date("2026-03-02T09:02:00Z"), answered: false },
  ]);
});
