import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { needBuilt } from "./need-built.mjs";

const root = mkdtempSync(path.join(tmpdir(), "touchline-built-"));
afterAll(() => rmSync(root, { recursive: true }));

const engine = { name: "engine", args: ["dist/engine.mjs"] };
const worker = { name: "worker", args: ["dist/worker.mjs"] };

test("a program that was not built is refused by name", () => {
  mkdirSync(path.join(root, "dist"));
  writeFileSync(path.join(root, "dist/engine.mjs"), "");
  expect(() => needBuilt([engine, worker], root)).toThrow(/lacks worker \(dist\/worker\.mjs\)\./);
  writeFileSync(path.join(root, "dist/worker.mjs"), "");
  expect(() => needBuilt([engine, worker], root)).not.toThrow();
});
