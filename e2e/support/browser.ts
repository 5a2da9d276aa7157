import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * A Chromium that runs here: CHROME_PATH, the system's, else the one that npm carries.
 * Undefined leaves it to Playwright, which knows what `npx playwright install chromium` brought.
 */
export async function findBrowser(): Promise<string | undefined> {
  const given = process.env.CHROME_PATH;
  const system = [...(given ? [given] : []), ...INSTALLED].find((file) => existsSync(file) && runs(file));
  if (system !== undefined) return system;
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const { default: chromium } = await import("@sparticuz/chromium");
  const packaged = await chromium.executablePath();
  return runs(packaged) ? packaged : undefined;
}

const runs = (file: string) => spawnSync(file, ["--version"], { timeout: 20_000 }).status === 0;
