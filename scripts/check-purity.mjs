import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PURE_FOLDERS = [
  "domain",
  "domain/stats",
  "pipeline",
  "pipeline/nodes",
  "segmentors",
  "guardrails",
  "agents",
];
const HIDDEN_INPUTS = [
  "Date.now()",
  "new Date()",
  "Math.random()",
  "randomUUID()",
  "crypto.randomUUID()",
  'fetch("https://example.com")',
  "performance.now()",
  "process.hrtime()",
];
const HONEST = ["new Date(0)", "Math.max(1, 2)"];

/** The hidden inputs that the lint lets pass in a pure folder, and the honest calls that it does not; one line each. */
export function checkPurity() {
  const root = mkdtempSync(path.join(tmpdir(), "touchline-purity-"));
  try {
    for (const part of ["biome.json", "lint"])
      cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true });
    return PURE_FOLDERS.flatMap((folder) => wrongIn(root, `server/${folder}`));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function wrongIn(root, folder) {
  const calls = [...HIDDEN_INPUTS, ...HONEST];
  mkdirSync(path.join(root, folder), { recursive: true });
  writeFileSync(
    path.join(root, folder, "planted.ts"),
    calls.map((call, index) => `export const value${index} = ${call};\n`).join(""),
  );
  const refused = linesRefused(root, folder);
  return calls.flatMap((call, index) => {
    const shouldBeRefused = HIDDEN_INPUTS.includes(call);
    if (refused.has(index + 1) === shouldBeRefused) return [];
    return [`${folder}: ${call} ${shouldBeRefused ? "passes the lint" : "is refused by the lint"}`];
  });
}

function linesRefused(root, folder) {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const { stdout } = spawnSync(
    process.execPath,
    [biome, "lint", "--reporter=json", "--max-diagnostics=none", folder],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  const { diagnostics } = JSON.parse(stdout);
  return new Set(
    diagnostics.filter(({ category }) => category === "plugin").map(({ location }) => location.start.line),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = checkPurity();
  console.log(problems.join("\n") || "no hidden input passes in a pure folder");
  process.exitCode = problems.length === 0 ? 0 : 1;
}
