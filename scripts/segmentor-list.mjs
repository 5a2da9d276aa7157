import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PlainError } from "./plain-error.mjs";

const FOLDER = "server/segmentors";
const LIST = "generated/segmentors.ts";
const NO_SEGMENTOR = new Set(["contract.ts", "index.ts"]);

/**
 * Writes the list of the files in server/segmentors where it changed: bundlers follow imports that are written down,
 * not folders. A file's name is the segmentor's id, and in camel case the name that it exports.
 */
export function ensureSegmentorList(root) {
  const file = path.join(root, LIST);
  const wanted = listOf(readdirSync(path.join(root, FOLDER)));
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) return;
  mkdirSync(path.dirname(file), { recursive: true });
  // several test runs may write at once: whoever reads sees a whole list
  writeFileSync(`${file}.${process.pid}`, wanted);
  renameSync(`${file}.${process.pid}`, file);
}

function listOf(files) {
  const ids = files
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !NO_SEGMENTOR.has(file))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
  const odd = ids.find((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id));
  if (odd !== undefined) throw new PlainError(`${FOLDER}/${odd}.ts: name the file in kebab-case`);
  return [
    "// Written by scripts/segmentor-list.mjs.",
    'import type { Segmentor } from "@/server/segmentors/contract";',
    ...ids.map((id) => `import { ${camel(id)} } from "@/${FOLDER}/${id}";`),
    "",
    "export const segmentors = {",
    ...ids.map((id) => `  "${id}": ${camel(id)},`),
    "} satisfies Record<string, Segmentor>;",
    "",
  ].join("\n");
}

const camel = (id) => id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
