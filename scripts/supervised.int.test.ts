import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freePort } from "./ports.mjs";
import { ended, isAlive } from "./processes.mjs";
import { Supervised } from "./supervised.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "touchline-supervised-"));
const server = path.join(folder, "server.mjs");
const crashing = path.join(folder, "crashing.mjs");
const nested = path.join(folder, "nested.mjs");
const logs = path.join(folder, "logs");
let started: Supervised[] = [];

beforeAll(() => {
  writeFileSync(
    server,
    `import { createServer } from "node:http";
     createServer((_, answer) => answer.end(String(process.pid))).listen(Number(process.argv[2]), "127.0.0.1");
     process.on("SIGTERM", () => { console.log("asked to stop"); process.exit(0); });
     console.log("listening");`,
  );
  writeFileSync(crashing, 'console.error("no such luck"); process.exit(3);');
  writeFileSync(
    nested,
    `import { Supervised } from ${JSON.stringify(path.resolve("scripts/supervised.mjs"))};
     const [file, port, logs] = process.argv.slice(2);
     const one = new Supervised({ name: "inner", args: [file, port], env: process.env, health: "http://127.0.0.1:" + port, logs });
     await one.start({ withinMs: 10_000 });
     process.kill(process.pid, "SIGKILL");`,
  );
});
afterEach(async () => {
  await Promise.all(started.map((one) => one.stop()));
  started = [];
});
afterAll(() => rmSync(folder, { recursive: true }));

function supervise(args: string[], health: string, onEvent: (what: string) => void = () => {}) {
  const one = new Supervised({ name: "one", args, env: process.env, health, logs, echo: false, onEvent });
  started.push(one);
  return one;
}

test("it is started, watched, restarted after a crash, and stopped", async () => {
  const port = await freePort();
  const health = `http://127.0.0.1:${port}`;
  const events: string[] = [];
  const one = supervise([server, String(port)], health, (what) => events.push(what));
  await one.start({ withinMs: 10_000 });
  const first = Number(await (await fetch(health)).text());
  expect(first).toBe(one.pid);

  process.kill(first, "SIGKILL");
  const second = await otherPid(health, first);
  expect(isAlive(first)).toBe(false);

  await one.stop();
  expect(isAlive(second)).toBe(false);
  expect(events).toEqual(["started", "crashed", "started"]);
  expect(readFileSync(path.join(logs, "one.log"), "utf8")).toMatch(/listening\n.*listening\nasked to stop/s);
});

test("one that cannot start says its last words", async () => {
  const one = supervise([crashing], `http://127.0.0.1:${await freePort()}`);
  await expect(one.start({ withinMs: 10_000 })).rejects.toThrow("no such luck");
});

test("it does not outlive a supervisor that is killed", async () => {
  const port = await freePort();
  const outer = supervise([nested, server, String(port), path.join(folder, "inner")], "http://127.0.0.1:1");
  const starting = outer.start({ withinMs: 60_000 });
  const inner = await otherPid(`http://127.0.0.1:${port}`, 0);
  await ended(inner);
  expect(isAlive(inner)).toBe(false);
  await outer.stop();
  await starting;
});

async function otherPid(url: string, than: number): Promise<number> {
  for (;;) {
    const pid = await fetch(url).then(
      async (answer) => Number(await answer.text()),
      () => than,
    );
    if (pid !== than) return pid;
    await sleep(50);
  }
}
