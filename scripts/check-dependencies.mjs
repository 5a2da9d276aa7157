import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import swc from "@swc/core";
import { cruise } from "dependency-cruiser";
import { plantedPackages, plantedViolations } from "../lint/planted-violations.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = ["app", "components", "server", "inngest", "bench", "e2e", "scripts", "lint"];
const { forbidden, options } = createRequire(import.meta.url)("../.dependency-cruiser.cjs");

// dependency-cruiser reads TypeScript by swc, but neither tells it that a file holds JSX nor marks what is imported as a
// type. So the rules that let types pass get a second reading, in which there are none.
const parseFile = swc.parseFileSync;
let readTypes = true;
swc.parseFileSync = (file, how) => {
  const module = parseFile(file, { ...how, tsx: file.endsWith("x") });
  if (!readTypes) module.body = module.body.filter((statement) => !statement.typeOnly);
  return module;
};
const minding = (rule) => (rule.to.viaOnly ?? rule.to).dependencyTypesNot?.includes("type-only") !== true;
const READINGS = [
  { types: true, rules: forbidden.filter(minding) },
  { types: false, rules: forbidden.filter((rule) => !minding(rule)) },
];

/** How many files lie below `root`, and which of their imports break a rule. */
async function examine(root) {
  const folders = FOLDERS.filter((folder) => existsSync(path.join(root, folder)));
  const violations = [];
  let modules = 0;
  for (const { types, rules } of READINGS) {
    readTypes = types;
    const { output } = await cruise(
      folders,
      { ...options, baseDir: root, validate: true, ruleSet: { forbidden: rules }, outputType: "json" },
      // not by `tsConfig`, which would also find a package's name among our folders
      { ...options.enhancedResolveOptions, alias: { "@": root } },
    );
    const { summary } = JSON.parse(output);
    violations.push(...summary.violations);
    modules = summary.totalCruised;
  }
  return { modules, violations };
}

/** The rules that do not notice the violation planted for them, and those that mind a type they should let pass. */
async function wrongRules() {
  const wrong = [];
  for (const { name } of forbidden) {
    const files = plantedViolations[name];
    if (!files || !(await bites(name, files)))
      wrong.push(`${name}: does not notice the violation planted for it`);
  }
  for (const { name } of READINGS[1].rules) {
    if (await bites(name, asTypes(plantedViolations[name]))) wrong.push(`${name}: minds a type`);
  }
  return wrong;
}

const asTypes = (files) =>
  Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, text.replace(/import \{/g, "import type {")]),
  );

async function bites(name, files) {
  const root = plant(files);
  try {
    const { violations } = await examine(root);
    return violations.some((violation) => violation.rule.name === name);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function plant(files) {
  const root = mkdtempSync(path.join(tmpdir(), "touchline-rules-"));
  const write = (file, text) => {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  for (const name of plantedPackages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
    write(`node_modules/${name}/index.js`, "");
  }
  return root;
}

/** What is wrong with the imports of the project, one line each; empty means that all is well. */
export async function checkDependencies(root = ROOT) {
  const { modules, violations } = await examine(root);
  if (modules === 0) return ["0 modules were read: the rules hold nothing"];
  return [
    ...violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    ...(await wrongRules()),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = await checkDependencies();
  console.log(problems.join("\n") || "every import is where it may be, and each rule bites");
  process.exitCode = problems.length === 0 ? 0 : 1;
}
