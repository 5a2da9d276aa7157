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

/**
 * In this order, save that browsers and the rest go side by side: a browser waits for most of its time. Each answers how many
 * of its tests passed, failed and were skipped.
 */
const CHECKS = {
  lint: (out) => holds(["@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."], out),
  purity: (out) => holds(["scripts/check-purity.mjs"], out),
  imports: (out) => holds(["scripts/check-dependencies.mjs"], out),
  unused: (out) => holds(["knip/bin/knip.js", "--no-progress", "--no-config-hints"], out),
  types: (out) => holds(["typescript/bin/tsc", "--noEmit"], out),
  unit: (out) => vitest("unit", out),
  integration: (out) => vitest("integration", out),
  browser: (out) => playwright("spec", out),
};
/** These take long: they run when they are asked for by name, each from the files of its kind in e2e/. */
const ON_REQUEST = {
  screens: (out) => playwright("shots", out),
  audit: (out) => playwright("audit", out),
};
const ALL = { ...CHECKS, ...ON_REQUEST };
const BROWSERS = ["browser", ...Object.keys(ON_REQUEST)];

/** Where a check's words go: at once to the terminal, or all together when it has ended. */
const live = { stdio: "inherit", write: (words) => process.stdout.write(words), end: () => {} };
const collected = () => {
  const chunks = [];
  return {
    stdio: "pipe",
    write: (words) => chunks.push(Buffer.from(words)),
    end: () => process.stdout.write(Buffer.concat(chunks)),
  };
};

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
  const isOfBrowsers = (name) => BROWSERS.includes(name);
  const lanes = [names.filter((name) => !isOfBrowsers(name)), names.filter(isOfBrowsers)];
  const all = (await Promise.all(lanes.map((lane) => inTurn(lane, lane.length < names.length)))).flat();
  console.log(`\n${all.map(({ line }) => line).join("\n")}\n`);
  const sum = total(all.map(({ counts }) => counts));
  console.log(inWords(sum));
  process.exitCode = sum.failed === 0 ? 0 : 1;
}

/** Runs checks one after the other. Beside another lane, what a check says is shown when it has ended. */
async function inTurn(names, isBesideOthers) {
  const done = [];
  for (const name of names) {
    const startedAt = performance.now();
    const out = isBesideOthers ? collected() : live;
    if (isBesideOthers) console.log(`▸ ${name}`);
    out.write(`\n── ${name} ${"─".repeat(70 - name.length)}\n`);
    const counts = await ALL[name](out).catch((error) => {
      out.write(`${error.stack}\n`);
      return checkCounts(1);
    });
    out.end();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    done.push({ counts, line: `${name.padEnd(12)} ${inWords(counts).padEnd(38)} ${seconds} s` });
  }
  return done;
}

async function holds(command, out) {
  return checkCounts(await run(command, out));
}

async function vitest(project, out) {
  const file = path.join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const status = await run(["vitest/vitest.mjs", "run", "--project", project, ...reporters], out);
  return existsSync(file) ? vitestCounts(status, JSON.parse(readFileSync(file, "utf8"))) : checkCounts(1);
}

async function playwright(kind, out) {
  const say = (line) => out.write(`  ${line}\n`);
  await buildPrograms(say);
  await buildSite(say);
  const file = path.join(reports, `${kind}.json`);
  const status = await run(["@playwright/test/cli.js", "test", "--reporter=list,json"], out, {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    E2E_KIND: kind,
  });
  return existsSync(file) ? playwrightCounts(status, JSON.parse(readFileSync(file, "utf8"))) : checkCounts(1);
}

/** Runs a program of node_modules or a script of ours with the outside world shut out; answers its status. */
async function run([program, ...args], out, variables = {}) {
  const file = program.startsWith("scripts/") ? path.join(ROOT, program) : programFile(program);
  const child = spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    env: { ...isolatedEnvironment(), ...variables },
    stdio: ["ignore", out.stdio, out.stdio],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", out.write);
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
}

/** By path, as a package's `exports` may hide its program. */
function programFile(program) {
  const [folder] = createRequire(import.meta.url)
    .resolve.paths(program)
    .filter((place) => existsSync(path.join(place, program)));
  return path.join(folder, program);
}
