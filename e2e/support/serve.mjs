// Playwright's web server: the whole product as `npm start` starts it, in a folder of its own that is gone afterwards.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { isolatedEnvironment } from "../../scripts/isolated-environment.mjs";

const home = process.env.DATA_DIR;
const playwright = process.ppid;
const app = spawn(process.execPath, ["scripts/start.mjs"], {
  env: { ...isolatedEnvironment(), PUBLIC_URL: process.env.PUBLIC_URL },
  stdio: "inherit",
});

for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => app.kill("SIGTERM"));
// a killed Playwright sends no signal
setInterval(() => process.ppid === playwright || app.kill("SIGTERM"), 500).unref();

app.once("exit", (code) => {
  rmSync(home, { recursive: true, force: true });
  process.exitCode = code ?? 1;
});
