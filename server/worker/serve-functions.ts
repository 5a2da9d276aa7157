import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Inngest, InngestFunction } from "inngest";
import { serve } from "inngest/node";

const SERVE_PATH = "/api/inngest";
const METHODS = new Set(["GET", "POST", "PUT"]);

export type FunctionServer = {
  /** without a trailing slash */
  origin: string;
  /** Tells the Inngest server what is served here. Throws with the server's reason. */
  register(): Promise<void>;
  /** Takes no more calls; resolves when those under way are answered, or when the time is up. */
  close(graceMs: number): Promise<void>;
};

/**
 * Serves functions to an Inngest server on loopback, and says on /health that it lives. Port 0 takes a free one. Only
 * this machine can reach it, so whoever asks it to register needs no signature.
 */
export async function serveFunctions(
  inngest: Inngest,
  functions: readonly InngestFunction.Like[],
  port: number,
): Promise<FunctionServer> {
  let handle: http.RequestListener = () => undefined;
  const server = http.createServer((request, response) => {
    const path = request.url?.split("?")[0];
    if (path === "/health") return answer(response, 200, { status: "ok" });
    if (path !== SERVE_PATH) return answer(response, 404, { message: "nothing is served here" });
    if (!METHODS.has(request.method ?? "")) return answer(response, 405, { message: "use GET, POST or PUT" });
    return handle(request, response);
  });
  await listen(server, port);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  handle = serve({
    client: inngest,
    functions,
    serveOrigin: origin,
    servePath: SERVE_PATH,
    enableUnauthedSync: true,
  });
  return {
    origin,
    register: () => register(`${origin}${SERVE_PATH}`),
    close: (graceMs) => close(server, graceMs),
  };
}

async function register(url: string): Promise<void> {
  const response = await fetch(url, { method: "PUT" });
  const said = await response.text();
  if (!response.ok) throw new Error(`the Inngest server did not take our functions: ${said.slice(0, 500)}`);
}

function answer(response: http.ServerResponse, status: number, body: Record<string, string>): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function listen(server: http.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

function close(server: http.Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
