// npm test: everything that must hold. `npm test -- lint unit` runs only those checks.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildPrograms, buildSite } from "./build.mjs";
import { isolatedEnvironment } from "./isolated-environment.mjs";
import { ensurePrismaClient } from "./prisma-client.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const reports = mkdtempSync(path.join(tmpdir(), "touchline-report-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

/** In this order. Each answers how many of its tests passed and failed; a check without tests counts as one. */
const CHECKS = {
  lint: () => holds(["@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."]),
  purity: () => holds(["scripts/check-purity.mjs"]),
  imports: () => holds(["scripts/check-dependencies.mjs"]),
  unused: () => holds(["knip/bin/knip.js", "--no-progress", "--no-config-hints"]),
  types: () => holds(["typescript/bin/tsc", "--noEmit"]),
  unit: () => vitest("unit"),
  integration: () => vitest("integration"),
  browser: () => playwright(),
};
/** These take long: they run when they are asked for by name. */
const ON_REQUEST = {
  screens: () => playwright({ variables: { E2E_SCREENS: "1" } }),
  controls: () => playwright({ variables: { E2E_THOROUGH: "1" }, only: ["no-dead-control"] }),
};
const ALL = { ...CHECKS, ...ON_REQUEST };

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in ALL));
if (unknown.length > 0) {
  console.error(`There is no check ${unknown.join(", ")}. There are: ${Object.keys(ALL).join(", ")}`);
  process.exit(2);
}
await main(chosen.length > 0 ? chosen : Object.keys(CHECKS));

async function main(names) {
  await ensurePrismaClient();
  const total = { passed: 0, failed: 0 };
  const summary = [];
  for (const name of names) {
    console.log(`\n── ${name} ${"─".repeat(70 - name.length)}`);
    const startedAt = performance.now();
    const { passed, failed } = await ALL[name]().catch(broken);
    total.passed += passed;
    total.failed += failed;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    summary.push(`${name.padEnd(12)} ${`${passed} passed, ${failed} failed`.padEnd(26)} ${seconds} s`);
  }
  console.log(`\n${summary.join("\n")}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

function broken(error) {
  console.error(error);
  return { passed: 0, failed: 1 };
}

async function holds(command) {
  const status = await run(command);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(project) {
  const file = path.join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const status = await run(["vitest/vitest.mjs", "run", "--project", project, ...reporters]);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8"));
  return counted(status, numPassedTests, numFailedTests);
}

async function playwright({ variables = {}, only = [] } = {}) {
  const say = (line) => console.log(`  ${line}`);
  await buildPrograms(say);
  await buildSite(say);
  const file = path.join(reports, "browser.json");
  const status = await run(["@playwright/test/cli.js", "test", "--reporter=list,json", ...only], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    ...variables,
  });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(file, "utf8"));
  return counted(status, stats.expected + stats.flaky, stats.unexpected);
}

/** A run that failed outside any test (a file that does not load, no test at all) is a failure too. */
function counted(status, passed, failed) {
  return { passed, failed: status === 0 ? failed : Math.max(1, failed) };
}

/** Runs a program of node_modules or a script of ours with the outside world shut out; answers its status. */
async function run([program, ...args], variables = {}) {
  const file = program.startsWith("scripts/") ? path.join(ROOT, program) : programFile(program);
  const child = spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    env: { ...isolatedEnvironment(), ...variables },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
}

/** By path, as a package's `exports` may hide its program. */
function programFile(program) {
  const [folder] = createRequire(import.meta.url)
    .resolve.paths(program)
    .filter((place) => existsSync(path.join(place, program)));
  return path.join(folder, program);
}
