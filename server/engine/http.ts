import http from "node:http";
import type { EngineContext } from "./context";
import { isTransient } from "./database";
import { denied, ok, type Reply, refused, route } from "./routes";

const LARGEST_BODY = 16 * 1024 * 1024;
const DEEPEST = 200;
const WEIGHT: Record<string, number> = { "{": 1, "[": 1, "}": -1, "]": -1 };

/** The engine's HTTP interface: registration, events, runs, health. */
export function engineServer(engine: EngineContext, isReady: () => boolean): http.Server {
  const server = http.createServer((request, response) => {
    void answer(engine, isReady, request).then(({ status, body }) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
  });
  server.keepAliveTimeout = 60_000;
  return server;
}

async function answer(
  engine: EngineContext,
  isReady: () => boolean,
  request: http.IncomingMessage,
): Promise<Reply> {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  if (path === "/health") return isReady() ? ok({ status: "ok" }) : refused(503, "the database is away");
  const refusal = denied(engine, path, request.headers.authorization);
  if (refusal !== null) return refusal;
  try {
    const method = request.method ?? "GET";
    const payload = method === "POST" || method === "PUT" ? await readJson(request) : undefined;
    return await route(engine, { method, path, headers: request.headers, payload });
  } catch (error) {
    return failure(engine, error);
  }
}

function failure(engine: EngineContext, error: unknown): Reply {
  if (error instanceof Unreadable) return refused(error.status, error.message);
  const reason = error instanceof Error ? error.message : String(error);
  engine.log.error({ reason }, "a request to the engine failed");
  return isTransient(error)
    ? refused(503, "the database is away; try again")
    : refused(500, "the engine failed");
}

/** A body that is not acceptable JSON. */
class Unreadable extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function readJson(request: http.IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  if (depthOf(text) > DEEPEST) throw new Unreadable(400, `JSON may be nested at most ${DEEPEST} deep`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Unreadable(400, "the body is not JSON");
  }
}

/** Reads a body of bounded size. What is too much is still read, though not kept: the sender has to see the refusal. */
function readText(request: http.IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
      else {
        chunks = [];
        reject(new Unreadable(413, "a request may have at most 16 MB"));
      }
    });
    request.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.on("error", reject);
  });
}

/** How deep brackets outside strings are nested: later walks over the value recurse. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (inString && char === "\\") i++;
    else if (char === '"') inString = !inString;
    else if (!inString) depth += WEIGHT[char ?? ""] ?? 0;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}
