import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { KEYS } from "./world";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** Below node_modules, so that the bundles find the packages. */
const BUNDLES = path.join(ROOT, "node_modules/.cache/engine-test");
const PATIENCE_MS = 15_000;

/** The engine as the program that is shipped, to be killed and started again. */
export type EngineProcess = {
  url: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  remove(): Promise<void>;
};

/** A deliberately wrong engine: `from`, in one of its files, is replaced by `to`. A test has to turn red on it. */
export type Mutant = { name: string; file: string; from: string; to: string };

export async function engineProcess(databaseUrl: string, mutant?: Mutant): Promise<EngineProcess> {
  const bundle = path.join(BUNDLES, `${mutant?.name ?? "engine"}-${process.pid}.mjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["server/engine/main.ts"],
    outfile: bundle,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "error",
    plugins: mutant === undefined ? [] : [mutation(mutant)],
  });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  return {
    url,
    start: async () => {
      child = spawn(process.execPath, [bundle], {
        env: environment(databaseUrl, port),
        stdio: ["ignore", "ignore", "inherit"],
      });
      await untilHealthy(url, child);
    },
    kill: async () => {
      if (child === null || child.exitCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
      child = null;
    },
    remove: () => rm(bundle, { force: true }),
  };
}

function mutation({ name, file, from, to }: Mutant): Plugin {
  return {
    name,
    setup: (build) =>
      build.onLoad({ filter: new RegExp(`/server/engine/${file}$`) }, async ({ path: source }) => {
        const text = await readFile(source, "utf8");
        if (!text.includes(from)) throw new Error(`mutant ${name}: ${file} does not hold "${from}"`);
        return { contents: text.replace(from, to), loader: "ts" };
      }),
  };
}

function environment(databaseUrl: string, port: number): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "test",
    DATABASE_URL: databaseUrl,
    ENGINE_PORT: String(port),
    INNGEST_EVENT_KEY: KEYS.eventKey,
    INNGEST_SIGNING_KEY: KEYS.signingKey,
    LOG_LEVEL: "silent",
    // The engine uses neither; the environment is checked as a whole.
    NEXTAUTH_SECRET: "x".repeat(32),
    PEOPLE_KEY: Buffer.alloc(32).toString("base64"),
  };
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(20)) {
    if (child.exitCode !== null) throw new Error(`the engine ended with status ${child.exitCode}`);
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error("the engine did not become healthy");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
