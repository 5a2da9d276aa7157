import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./e2e/support/browser";
import { freePorts } from "./scripts/ports.mjs";

// the workers read this file again: what was chosen once is handed on by the environment
if (process.env.E2E_DATA_DIR === undefined) {
  process.env.E2E_DATA_DIR = path.join(tmpdir(), `touchline-e2e-${randomUUID()}`);
  process.env.E2E_PORTS = (await freePorts(4)).join(" ");
  process.env.E2E_BROWSER = (await findBrowser()) ?? "";
}
const [web, worker, engine, smtp] = (process.env.E2E_PORTS ?? "").split(" ");
const baseURL = `http://localhost:${web}`;
const browser = process.env.E2E_BROWSER;
const kind = process.env.E2E_KIND ?? "spec";
/** These start a product of their own. All others share one, so that they run one after the other. */
const OF_THEIR_OWN = new RegExp(String.raw`(appearance|kill|kill-mutant|walkthrough)\.${kind}\.ts$`);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  snapshotPathTemplate: "e2e/appearance/{arg}{ext}",
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  projects: [
    { name: "console", testMatch: `**/*.${kind}.ts`, testIgnore: OF_THEIR_OWN, workers: 1 },
    { name: "processes", testMatch: OF_THEIR_OWN, workers: 1 },
  ],
  forbidOnly: true,
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    screenshot: "only-on-failure",
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    },
  },
  webServer: {
    command: "exec node e2e/support/serve.mjs",
    url: `${baseURL}/api/health`,
    timeout: 420_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      DATA_DIR: process.env.E2E_DATA_DIR,
      PORT: String(web),
      WORKER_PORT: String(worker),
      ENGINE_PORT: String(engine),
      SANDBOX_SMTP_PORT: String(smtp),
      PUBLIC_URL: baseURL,
    },
  },
});
