import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, context, stop } from "esbuild";
import { PlainError } from "./plain-error.mjs";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The long-running programs and the threads, by the name of their bundle in dist/. */
const PROGRAMS = {
  worker: "server/worker/main.ts",
  engine: "server/engine/main.ts",
  "render-thread": "server/render/thread.ts",
};
/** Each file in these folders is a program for the command line: dist/cli/<name>.mjs. */
const COMMAND_FOLDERS = ["server/cli", "bench"];

/** Bundle name → source file, of all programs. Two commands of one name are an error. */
export function entryPoints() {
  const found = new Map(Object.entries(PROGRAMS));
  for (const folder of COMMAND_FOLDERS) {
    for (const file of commandsIn(folder)) {
      const name = `cli/${path.basename(file, ".ts")}`;
      if (found.has(name))
        throw new PlainError(`${file} and ${found.get(name)} would both become dist/${name}.mjs`);
      found.set(name, file);
    }
  }
  return Object.fromEntries(found);
}

function commandsIn(folder) {
  if (!existsSync(path.join(ROOT, folder))) return [];
  return readdirSync(path.join(ROOT, folder))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => `${folder}/${file}`);
}

/** Node 20 runs no TypeScript. Our code is bundled, packages stay where npm put them. */
const options = () => ({
  absWorkingDir: ROOT,
  entryPoints: entryPoints(),
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "esm",
  jsx: "automatic",
  sourcemap: true,
  legalComments: "none",
  logLevel: "error",
});

/** Bundles every program once, and keeps no compiler running. */
export async function bundle() {
  await build(options());
  await stop();
}

/** Bundles at once and after each change; `onBundled` is called after each attempt that succeeded. */
export async function bundleOnChange(onBundled) {
  const announce = {
    name: "announce",
    setup: (hooks) => hooks.onEnd(({ errors }) => (errors.length === 0 ? onBundled() : undefined)),
  };
  const watching = await context({ ...options(), plugins: [announce] });
  await watching.watch();
  return watching;
}
