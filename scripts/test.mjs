// npm test: everything that must hold. `npm test -- lint unit` runs only those checks, `--list` names them all.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildPrograms, buildSite } from "./build.mjs";
import { ensureGenerated } from "./generated.mjs";
import { isolatedEnvironment } from "./isolated-environment.mjs";
import { checkCounts, inWords, playwrightCounts, total, vitestCounts } from "./test-counts.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const reports = mkdtempSync(path.join(tmpdir(), "touchline-report-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

/** In this order. Each answers how many of its tests passed, failed and were skipped. */
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
/** These take long: they run when they are asked for by name, each from the files of its kind in e2e/. */
const ON_REQUEST = {
  screens: () => playwright("shots"),
  audit: () => playwright("audit"),
};
const ALL = { ...CHECKS, ...ON_REQUEST };

const chosen = process.argv.slice(2);
if (chosen.includes("--list")) {
  console.log(Object.keys(ALL).join("\n"));
  process.exit(0);
}
const unknown = chosen.filter((name) => !(name in ALL));
if (unknown.length > 0) {
  console.error(`There is no check ${unknown.join(", ")}. There are: ${Object.keys(ALL).join(", ")}`);
  process.exit(2);
}
await main(chosen.length > 0 ? chosen : Object.keys(CHECKS));

async function main(names) {
  await ensureGenerated();
  const all = [];
  const summary = [];
  for (const name of names) {
    console.log(`\n── ${name} ${"─".repeat(70 - name.length)}`);
    const startedAt = performance.now();
    const counts = await ALL[name]().catch(broken);
    all.push(counts);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    summary.push(`${name.padEnd(12)} ${inWords(counts).padEnd(38)} ${seconds} s`);
  }
  console.log(`\n${summary.join("\n")}\n`);
  console.log(inWords(total(all)));
  process.exitCode = total(all).failed === 0 ? 0 : 1;
}

function broken(error) {
  console.error(error);
  return checkCounts(1);
}

async function holds(command) {
  return checkCounts(await run(command));
}

async function vitest(project) {
  const file = path.join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const status = await run(["vitest/vitest.mjs", "run", "--project", project, ...reporters]);
  return existsSync(file) ? vitestCounts(status, JSON.parse(readFileSync(file, "utf8"))) : checkCounts(1);
}

async function playwright(kind = "spec") {
  const say = (line) => console.log(`  ${line}`);
  await buildPrograms(say);
  await buildSite(say);
  const file = path.join(reports, "browser.json");
  const status = await run(["@playwright/test/cli.js", "test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    E2E_KIND: kind,
  });
  return existsSync(file) ? playwrightCounts(status, JSON.parse(readFileSync(file, "utf8"))) : checkCounts(1);
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
