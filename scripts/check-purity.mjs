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
/** A statement a line: `value` is made another name in each. */
const HIDDEN_INPUTS = [
  "const value = Date.now();",
  "const value = new Date();",
  "const value = new Date;",
  "const value = new (Date)();",
  "const value = Date?.now?.();",
  'const value = Date["now"]();',
  "const value = [1].map(Date.now);",
  "const value = [1].map(Date);",
  "const { now: value } = Date;",
  "const value = Date;",
  "let value; value = Date;",
  "const value = [Date][0];",
  "const value = Reflect.construct(Date, []);",
  "const value = Math.random();",
  "const value = [1].map(Math.random);",
  "const { random: value } = Math;",
  "const value = randomUUID();",
  "const value = crypto.randomUUID();",
  "const value = crypto.getRandomValues(new Uint8Array(1));",
  "const value = other.randomBytes(1);",
  'import { randomInt as value } from "node:crypto";',
  'const value = fetch("https://example.com");',
  'const value = globalThis.fetch("https://example.com");',
  "const value = globalThis.Math.random();",
  "const value = performance.now();",
  "const value = process.hrtime();",
  "const value = setTimeout(() => 1, 1);",
];
const HONEST = [
  "const value = new Date(0);",
  "const value = [0].map((ms) => new Date(ms));",
  "const value = Date.UTC(2026, 1, 1);",
  'const value = Date.parse("2026-01-01");',
  "const value = (at) => at instanceof Date;",
  "const value = Math.max(1, 2);",
  "const value = { fetch: 1, process: 2 };",
  'import { createHash as value } from "node:crypto";',
];

/** The hidden inputs that the lint lets pass in a pure folder, and the honest statements that it refuses; one line each. */
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
  const statements = [...HIDDEN_INPUTS, ...HONEST];
  mkdirSync(path.join(root, folder), { recursive: true });
  writeFileSync(
    path.join(root, folder, "planted.ts"),
    statements.map((text, index) => `${text.replace("value", `value${index}`)}\n`).join(""),
  );
  const refused = linesRefused(root, folder);
  return statements.flatMap((text, index) => {
    const shouldBeRefused = HIDDEN_INPUTS.includes(text);
    if (refused.has(index + 1) === shouldBeRefused) return [];
    return [`${folder}: ${text} ${shouldBeRefused ? "passes the lint" : "is refused by the lint"}`];
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
