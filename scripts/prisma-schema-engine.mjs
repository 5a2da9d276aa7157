#!/usr/bin/env node
// Stands in for the `schema-engine` program that Prisma's command line would download: it takes the same arguments and
// speaks the same JSON-RPC on its standard streams, and runs the engine that npm carries as WebAssembly.
// prisma.config.ts points PRISMA_SCHEMA_ENGINE_BINARY at this file.
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { connectionOf, createDatabase, dropDatabase, withConnection } from "./schema-engine/connection.mjs";

const RPC_FAILURE = 4466;
const PANIC_STATUS = 101;
const PRISMA_CODES = { "3D000": "P1003", "28P01": "P1000", "42P04": "P1009" };
const COMMANDS = {
  "can-connect-to-database": (url) => withConnection(connectionOf(url), (client) => client.query("SELECT 1")),
  "create-database": createDatabase,
  "drop-database": (url) => dropDatabase(url),
};

const asked = readArguments(process.argv.slice(2));
if (asked.version) console.log("schema-engine-wasm");
else if (asked.command) await runCommand(asked.command, asked.url);
else serve();

function readArguments(words) {
  const found = { models: [], url: undefined, shadowUrl: undefined, command: undefined, version: false };
  for (let at = 0; at < words.length; at++) {
    const [word, value] = [words[at], words[at + 1]];
    if (word === "--version") found.version = true;
    else if (word === "cli") return { ...found, command: value };
    else if (word === "--datamodels") found.models.push(value);
    else if (word === "--datasource") Object.assign(found, readSource(value));
    if (word.startsWith("--")) at++;
  }
  return found;
}

function readSource(json) {
  const { url, shadowDatabaseUrl } = JSON.parse(json);
  return { url, shadowUrl: shadowDatabaseUrl };
}

/** `schema-engine cli <command>`: the caller reads the status, and the code in our last line of log. */
async function runCommand(command, url) {
  log("INFO", { message: "Starting schema engine CLI" }); // the caller skips the first line
  try {
    await COMMANDS[command]?.(url);
  } catch (error) {
    const message = error.message || `Can't reach database server (${error.code})`;
    log("ERROR", { message, error_code: PRISMA_CODES[error.code] ?? "P1001", is_panic: false });
    process.exitCode = 1;
  }
}

/** One request a line, until the input ends and the last answer is out. */
function serve() {
  const { lastPanic, engine } = lazyEngine();
  process.on("uncaughtException", (error) => {
    log("ERROR", { message: lastPanic() || error.stack, is_panic: false });
    process.exit(PANIC_STATUS);
  });
  let open = 0;
  let ended = false;
  const leaveWhenDone = () => ended && open === 0 && process.exit(0);
  createInterface({ input: process.stdin })
    .on("line", async (line) => {
      const request = line.trim() === "" ? {} : JSON.parse(line);
      if (!request.method) return;
      open++;
      await answer(request, engine, lastPanic);
      open--;
      leaveWhenDone();
    })
    .on("close", () => {
      ended = true;
      leaveWhenDone();
    });
}

/** The engine takes half a second to load, and some requests can do without it. */
function lazyEngine() {
  let loading;
  let lastPanic = () => "";
  const engine = async () => {
    const wasm = await import("./schema-engine/engine.mjs");
    lastPanic = wasm.lastPanic;
    loading ??= wasm.openEngine(asked);
    return loading;
  };
  return { engine, lastPanic: () => lastPanic() };
}

async function answer({ id, method, params }, engine, lastPanic) {
  try {
    const result = await (method === "createDatabase"
      ? { databaseName: await createDatabase(params?.datasource?.url ?? asked.url) }
      : call(await engine(), id, method, params));
    send({ id, result: result ?? null });
  } catch (error) {
    const isPanic = error?.name === "RuntimeError";
    const message = (isPanic && lastPanic()) || error?.message || String(error);
    const code = typeof error?.code === "string" ? error.code : undefined;
    send({
      id,
      error: {
        code: RPC_FAILURE,
        message: "An error happened. Check the data field for details.",
        data: { is_panic: isPanic, message, error_code: code },
      },
    });
  }
}

async function call(engine, id, method, params) {
  const result = await engine[method === "getDatabaseVersion" ? "version" : method](params ?? undefined);
  if (method === "diff" && typeof result?.stdout === "string") {
    // the program prints through its caller
    send({ id: 100_000 + id, method: "print", params: { content: result.stdout.replace(/\n$/, "") } });
  }
  return result;
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

function log(level, fields) {
  const line = { timestamp: new Date().toISOString(), level, fields, target: "schema_engine::logger" };
  writeSync(2, `${JSON.stringify(line)}\n`);
}
