import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const IGNORED = /(^|\/)(node_modules|testing)\/|\.test\.tsx?$|\.md$/;

/** One hash over the names and contents of files and folders below `root`; tests do not count. */
export function sourceHash(root, places) {
  const hash = createHash("sha256").update(process.version);
  for (const file of places.flatMap((place) => filesBelow(root, place))) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

function filesBelow(root, place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [place];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !IGNORED.test(file))
    .sort();
}
