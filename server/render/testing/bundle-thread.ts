import { mkdir, mkdtemp } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

/** Bundles the render thread as the build does, into a folder of its own below the packages it needs. Answers the script's path. */
export async function bundleThread(): Promise<string> {
  const cache = path.resolve("node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, "touchline-thread-"));
  const outfile = path.join(folder, "render-thread.mjs");
  await build({
    entryPoints: [path.resolve("server/render/thread.ts")],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "error",
  });
  return outfile;
}
