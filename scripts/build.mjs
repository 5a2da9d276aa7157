import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { alone } from "./alone.mjs";
import { bundle, ROOT } from "./bundle.mjs";
import { diskFull, needSpace, noSpaceLeft } from "./disk-space.mjs";
import { ensureGenerated } from "./generated.mjs";
import { exitWith } from "./plain-error.mjs";
import { sourceHash } from "./source-hash.mjs";

const SHARED = [
  "server",
  "inngest",
  "components",
  "prisma/schema.prisma",
  "package-lock.json",
  "tsconfig.json",
];
const PROGRAM_SOURCES = [...SHARED, "bench", "scripts/bundle.mjs"];
const SITE_SOURCES = [
  ...SHARED,
  "app",
  "instrumentation.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "scripts/build.mjs",
];
const ROOM_MB = 500;

/** dist/: what worker, engine and the command line run. Made again only where a source changed. */
export async function buildPrograms(say) {
  await ensureGenerated();
  await once({ sources: PROGRAM_SOURCES, stamp: "dist/stamp", lock: "dist/lock" }, async () => {
    say("bundling the programs");
    rmSync(path.join(ROOT, "dist/cli"), { recursive: true, force: true });
    await bundle();
  });
}

/** .next/: the site. Made again only where a source changed. */
export async function buildSite(say) {
  await ensureGenerated();
  await once({ sources: SITE_SOURCES, stamp: ".next/stamp", lock: "dist/site.lock" }, async () => {
    say("building the site (up to a minute, the first time only)");
    needSpace(path.join(ROOT, ".next"), ROOM_MB, "the build");
    await nextBuild();
  });
}

async function once({ sources, stamp, lock }, work) {
  const file = path.join(ROOT, stamp);
  const isFresh = (hash) => existsSync(file) && readFileSync(file, "utf8") === hash;
  if (isFresh(sourceHash(ROOT, sources))) return;
  await alone(path.join(ROOT, lock), async () => {
    const hash = sourceHash(ROOT, sources);
    if (isFresh(hash)) return;
    rmSync(file, { force: true });
    await work();
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, hash);
  });
}

/** Pages are collected by loading their modules, which read the environment: here it only has to be well-formed. */
const BUILD_ENVIRONMENT = {
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  DATABASE_URL: "postgresql://build@127.0.0.1:1/build",
  INNGEST_EVENT_KEY: "build",
  INNGEST_SIGNING_KEY: "signkey-prod-00",
  NEXTAUTH_SECRET: "only-while-building-0123456789abcdef",
  PEOPLE_KEY: Buffer.alloc(32).toString("base64"),
};

async function nextBuild() {
  const child = spawn(process.execPath, [path.join(ROOT, "node_modules/next/dist/bin/next"), "build"], {
    cwd: ROOT,
    env: { ...process.env, ...BUILD_ENVIRONMENT },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // the compiler uses every core it gets: what is made beside it (the demo company) does one thing after the other
  setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const abandon = () => child.kill("SIGKILL");
  process.once("exit", abandon);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const status = await new Promise((resolve) => child.once("close", resolve));
  process.off("exit", abandon);
  if (status === 0) return;
  if (noSpaceLeft(said)) throw diskFull(path.join(ROOT, ".next"));
  throw new Error(`next build failed:\n${said}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const say = (line) => console.log(`  ${line}`);
  await buildPrograms(say).catch(exitWith);
  await buildSite(say).catch(exitWith);
}
