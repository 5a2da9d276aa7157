import http from "node:http";
import https from "node:https";
import { type Answer, type Response, readAnswer } from "./answer";
import { canonicalJson } from "./canonical-json";
import type { EngineContext } from "./context";
import type { EngineFunction } from "./function-config";
import type { Call } from "./queue";
import { signature } from "./sign";

const agents = {
  "http:": new http.Agent({ keepAlive: true }),
  "https:": new https.Agent({ keepAlive: true }),
};
const LONGEST_BODY = 32 * 1024 * 1024;
const NOT_THERE = new Set(["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "ENETUNREACH", "EAI_AGAIN"]);

/** Calls the function for one queue item and reads what it answers. Never throws for what the network or the app does. */
export async function callFunction(
  engine: EngineContext,
  fn: EngineFunction,
  call: Call,
  signal: AbortSignal,
): Promise<Answer> {
  const body = callBody(fn, call);
  if (body.length > LONGEST_BODY)
    return {
      kind: "error",
      error: { name: "EngineError", message: "the run's state is larger than 32 MB" },
      mayRetry: false,
      retryAfterMs: null,
    };
  const url = new URL(fn.url);
  url.searchParams.set("fnId", fn.id);
  url.searchParams.set("stepId", call.stepId);
  const headers = {
    "content-type": "application/json",
    "x-inngest-server-kind": "cloud",
    "x-run-id": call.runId,
    // The SDK checks it against the machine's clock, so it is never stamped with the engine's own.
    "x-inngest-signature": signature(body, engine.signingKey, wallSeconds()),
  };
  try {
    const response = await within(engine.callTimeoutMs, signal, (limited) =>
      post(url, headers, body, limited),
    );
    return readAnswer(response, engine.signingKey, wallSeconds(), engine.clock.now());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { kind: NOT_THERE.has(code) ? "unreachable" : "broken-off", reason };
  }
}

/** The canonical JSON of a call. `ctx.fn_id` is left out: with it the SDK would checkpoint to an API that only Inngest has. */
function callBody(fn: EngineFunction, call: Call): string {
  const ctx = canonicalJson({
    attempt: call.attempt,
    disable_immediate_execution: call.planOnly,
    max_attempts: fn.maxAttempts,
    qi_id: String(call.id),
    run_id: call.runId,
    stack: { current: call.stack.length, stack: call.stack },
    use_api: false,
  });
  return `{"ctx":${ctx},"event":${call.event},"events":${call.events},"steps":{${call.steps}},"version":${call.protocolVersion}}`;
}

/** Aborts `work` when it takes too long or the engine stops. By hand, as AbortSignal.timeout keeps its timer to the end. */
async function within<T>(
  ms: number,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), ms);
  const onStop = () => limit.abort();
  stop.addEventListener("abort", onStop);
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener("abort", onStop);
  }
}

async function post(
  url: URL,
  headers: http.OutgoingHttpHeaders,
  body: string,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await postOnce(url, headers, body, signal);
  } catch (error) {
    // A kept-alive connection that the app had just closed: nobody has read the request.
    if (error instanceof StaleConnection) return await postOnce(url, headers, body, signal);
    throw error;
  }
}

class StaleConnection extends Error {}

function postOnce(
  url: URL,
  headers: http.OutgoingHttpHeaders,
  body: string,
  signal: AbortSignal,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const isHttps = url.protocol === "https:";
    const options = {
      method: "POST",
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
      signal,
    };
    const request = isHttps
      ? https.request(url, { ...options, agent: agents["https:"] })
      : http.request(url, { ...options, agent: agents["http:"] });
    request.on("error", (error: NodeJS.ErrnoException) => {
      const stale = request.reusedSocket && (error.code === "ECONNRESET" || error.code === "EPIPE");
      reject(stale ? new StaleConnection() : error);
    });
    request.on("response", (response) =>
      readBody(response).then(
        (text) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        reject,
      ),
    );
    request.end(body);
  });
}

async function readBody(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LONGEST_BODY) throw new Error("the app's answer is larger than 32 MB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function wallSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
