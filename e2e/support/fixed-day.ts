import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { freePorts } from "../../scripts/ports.mjs";
import { journey } from "./journey";

/** A Wednesday. It lies ahead of every day on which the tests run: a browser would drop sessions that have ended. */
const DAY = Date.parse("2035-06-13T10:00:00Z");
const START_MS = 420_000;
const CLOCK = pathToFileURL(path.resolve("e2e/support/shifted-clock.mjs")).href;

type Product = { origin: string; folder: string; shiftMs: number; stop(): Promise<void> };

/** The journey in a product of its own, whose demo company was made on the same day each time. Browser and product share a clock. */
export const onFixedDay = journey.extend<object, { product: Product }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: how Playwright learns what a fixture needs
    async ({}, use) => {
      const product = await start();
      await use(product);
      await product.stop();
    },
    { scope: "worker", timeout: START_MS },
  ],
  /** the clock is also put into the frames of mails, which run no script */
  expectedErrors: /^Blocked script execution in 'about:srcdoc'/,
  baseURL: async ({ product }, use) => use(product.origin),
  page: async ({ page, product }, use) => {
    await setClock(page, product.shiftMs);
    await use(page);
  },
});

const setClock = (page: Page, shiftMs: number) => page.clock.install({ time: Date.now() + shiftMs });

async function start(): Promise<Product> {
  const folder = await mkdtemp(path.join(tmpdir(), "touchline-e2e-day-"));
  const [web, worker, engine, smtp] = await freePorts(4);
  const origin = `http://localhost:${web}`;
  const shiftMs = DAY - Date.now();
  const child = spawn(process.execPath, ["e2e/support/serve.mjs"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_OPTIONS: `--import=${CLOCK}`,
      E2E_CLOCK_SHIFT_MS: String(shiftMs),
      DATA_DIR: folder,
      PORT: String(web),
      WORKER_PORT: String(worker),
      ENGINE_PORT: String(engine),
      SANDBOX_SMTP_PORT: String(smtp),
      PUBLIC_URL: origin,
    },
  });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  while (!(await answers(`${origin}/api/health`))) {
    if (child.exitCode !== null) throw new Error(`the product did not start (${child.exitCode})`);
    await sleep(250);
  }
  return { origin, folder, shiftMs, stop };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
