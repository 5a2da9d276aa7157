import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const text = (file: string) => readFileSync(file, "utf8");
const all = (pattern: RegExp, source: string) => [...source.matchAll(pattern)].map(([, name]) => name ?? "");

const scripts = readdirSync("scripts").filter((file) => file.endsWith(".mjs"));
const docs = readdirSync("docs").filter((file) => file.endsWith(".md"));

test("every variable that the product reads is in the guide for operators", () => {
  const read = [
    ...all(/^ {2}([A-Z][A-Z_]+):/gm, text("server/env-schema.mjs")),
    ...scripts.flatMap((file) => all(/\bgiven\.([A-Z][A-Z_]+)/g, text(`scripts/${file}`))),
  ];
  expect(read).toContain("PEOPLE_KEY");
  expect(read).toContain("LISTEN_HOST");
  const guide = text("docs/operating.md");
  expect([...new Set(read)].filter((name) => !guide.includes(name))).toEqual([]);
});

test("every command that npm runs is in the docs", () => {
  const { scripts: commands }: { scripts: Record<string, string> } = JSON.parse(text("package.json"));
  const programs = Object.keys(commands).filter((name) => commands[name]?.includes("scripts/run.mjs"));
  expect(programs).toContain("kill-test");
  const said = docs.map((file) => text(`docs/${file}`)).join("\n");
  expect(programs.filter((name) => !new RegExp(`npm run (-s )?${name}\\b`).test(said))).toEqual([]);
});

test("every bench is in the docs", () => {
  const benches = all(/^ {2}"?([a-z-]+)"?(?::|,)/gm, text("bench/bench.ts")).filter(
    (name) => name !== "send-events",
  );
  expect(benches).toContain("decide");
  const said = text("docs/measuring.md");
  expect(benches.filter((name) => !said.includes(`npm run bench -- ${name}`))).toEqual([]);
});

test("every kind of check that npm runs is one that there is", () => {
  const { scripts: commands }: { scripts: Record<string, string> } = JSON.parse(text("package.json"));
  const asked = Object.values(commands).flatMap((command) => all(/scripts\/test\.mjs (\w+)/g, command));
  expect(asked).toContain("audit");
  const { stdout } = spawnSync(process.execPath, ["scripts/test.mjs", "--list"], { encoding: "utf8" });
  expect(stdout.split("\n")).toEqual(expect.arrayContaining(asked));
});
