import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { adapterFactory } from "./adapter.mjs";

const NOWHERE = "postgresql://none@127.0.0.1:1/none"; // for requests that need no database

/** The last panic of the engine; the name is the engine's. */
const panics = { message: "", set_message: (message) => Object.assign(panics, { message }) };
globalThis.PRISMA_WASM_PANIC_REGISTRY = panics;
export const lastPanic = () => panics.message;

/** Prisma's schema engine as WebAssembly, over `pg`. `models` are paths of schema files. */
export async function openEngine({ url = NOWHERE, shadowUrl, models }) {
  await load();
  const datamodels = models.map((file) => [file, readFileSync(file, "utf8")]);
  const log = (line) => process.env.DEBUG && process.stderr.write(`${line}\n`);
  return bindings.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    log,
    bindMigrationAwareSqlAdapterFactory(adapterFactory(url, shadowUrl)),
  );
}

async function load() {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const code = readFileSync(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}
