import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort, freePorts, needPorts } from "./ports.mjs";

const host = "127.0.0.1";

test("a taken port is refused by its number and its variable", async () => {
  const port = await freePort();
  const other = createServer().listen(port, host);
  await expect(needPorts([{ variable: "WORKER_PORT", port, host }])).rejects.toThrow(
    `Port ${port} (WORKER_PORT)`,
  );
  other.close();
});

test("one port for two is refused", async () => {
  const port = await freePort();
  const twice = ["PORT", "ENGINE_PORT"].map((variable) => ({ variable, port, host }));
  await expect(needPorts(twice)).rejects.toThrow("ENGINE_PORT");
});

test("free ports are different ones and may be had", async () => {
  const ports = await freePorts(4);
  expect(new Set(ports).size).toBe(4);
  await expect(
    needPorts(ports.map((port, i) => ({ variable: `P${i}`, port, host }))),
  ).resolves.toBeUndefined();
});
