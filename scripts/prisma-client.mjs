import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { alone } from "./alone.mjs";
import { sourceHash } from "./source-hash.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SCHEMA = "prisma/schema.prisma";
const STAMP = path.join(ROOT, "generated/prisma.hash");
const require = createRequire(import.meta.url);

/**
 * Generates the Prisma client where the schema or Prisma itself changed since the last time. Needs no network.
 * Several test runs may start at once in one checkout: one generates, the others wait for it.
 */
export async function ensurePrismaClient() {
  if (!existsSync(path.join(ROOT, SCHEMA)) || isFresh()) return;
  await alone(path.join(ROOT, "generated/prisma.lock"), () => {
    if (isFresh()) return;
    const made = spawnSync(process.execPath, [prismaProgram(), "generate"], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
    });
    if (made.status !== 0) throw new Error(`prisma generate failed:\n${made.stdout}${made.stderr}`);
    writeFileSync(STAMP, wanted());
  });
}

const isFresh = () =>
  existsSync(path.join(ROOT, "generated/prisma/client.ts")) &&
  existsSync(STAMP) &&
  readFileSync(STAMP, "utf8") === wanted();

const wanted = () => `${require("prisma/package.json").version} ${sourceHash(ROOT, [SCHEMA])}`;

function prismaProgram() {
  const manifest = require.resolve("prisma/package.json");
  return path.join(path.dirname(manifest), require(manifest).bin.prisma);
}
