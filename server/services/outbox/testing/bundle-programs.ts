import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

export type Programs = { deliver: string; renderThread: string; remove(): Promise<void> };

/** Bundles the program that delivers and its render thread as the build bundles programs, into a folder of their own. */
export async function bundlePrograms(): Promise<Programs> {
  const cache = path.resolve("node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, "touchline-kill-"));
  await build({
    entryPoints: {
      deliver: path.resolve("server/services/outbox/testing/deliver-program.ts"),
      "render-thread": path.resolve("server/render/thread.ts"),
    },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "error",
  });
  return {
    deliver: path.join(folder, "deliver.mjs"),
    renderThread: path.join(folder, "render-thread.mjs"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
