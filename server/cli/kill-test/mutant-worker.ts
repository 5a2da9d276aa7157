import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const DELIVERER = "@/server/services/outbox/deliver-due";
const MUTANT = "server/services/outbox/testing/send-then-record.ts";

/**
 * Bundles the worker once more, with a deliverer that sends first and records afterwards. Answers the variables with
 * which every Node process below loads that one in place of `dist/worker.mjs`.
 */
export async function withMutantWorker(folder: string): Promise<{ NODE_OPTIONS: string }> {
  const worker = path.resolve(folder, "mutant-worker.mjs");
  await build({
    entryPoints: [path.resolve("server/worker/main.ts")],
    outfile: worker,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "error",
    alias: { [DELIVERER]: path.resolve(MUTANT) },
  });
  const hooks = `export async function resolve(specifier, context, next) {
    const found = await next(specifier, context);
    return found.url.endsWith("/dist/worker.mjs") ? { ...found, url: ${JSON.stringify(pathToFileURL(worker).href)} } : found;
  }`;
  const loader = path.resolve(folder, "load-mutant.mjs");
  await writeFile(
    loader,
    `import { register } from "node:module";\nregister(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)});\n`,
  );
  // biome-ignore lint/style/noProcessEnv: what the caller set stays
  const given = process.env.NODE_OPTIONS ?? "";
  return { NODE_OPTIONS: `${given} --import ${pathToFileURL(loader).href}`.trim() };
}
