import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SCHEMA = path.join(ROOT, "prisma/schema.prisma");
const CLIENT = path.join(ROOT, "generated/prisma");
const STAMP = path.join(ROOT, "generated/prisma.hash");
const LOCK = path.join(ROOT, "generated/prisma.lock");
const STALE_LOCK_MS = 120_000;

/** Generates the Prisma client where the schema or Prisma itself changed since the last time. Needs no network. */
export async function ensurePrismaClient() {
  if (!existsSync(SCHEMA) || isFresh()) return;
  await alone(() => {
    if (isFresh()) return;
    const made = spawnSync(process.execPath, [prismaProgram(), "generate"], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
    });
    if (made.status !== 0) throw new Error(`prisma generate failed:\n${made.stdout}${made.stderr}`);
    writeFileSync(STAMP, schemaHash());
  });
}

const isFresh = () => existsSync(CLIENT) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === schemaHash();

function schemaHash() {
  const { version } = createRequire(import.meta.url)("prisma/package.json");
  return createHash("sha256").update(version).update(readFileSync(SCHEMA)).digest("hex");
}

const prismaProgram = () => {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("prisma/package.json");
  return path.join(path.dirname(manifest), require(manifest).bin.prisma);
};

/** Several test runs may start at once in one checkout: one of them generates, the others wait for it. */
async function alone(work) {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? 0) > STALE_LOCK_MS) unlock();
      await sleep(100);
    }
  }
  try {
    work();
  } finally {
    unlock();
  }
}

function unlock() {
  try {
    rmdirSync(LOCK);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensurePrismaClient();
