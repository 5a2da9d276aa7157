import http from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";

export type TestedServer = { port: number; close(): Promise<void> };

/** Serves a handler of web requests by plain `node:http` on loopback, as Next does behind its router. */
export async function serve(
  handle: (request: Request, path: string) => Promise<Response>,
): Promise<TestedServer> {
  const server = http.createServer((incoming, outgoing) => {
    void answer(incoming, outgoing, handle);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port, // it listens on a port, not on a pipe
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  incoming: http.IncomingMessage,
  outgoing: http.ServerResponse,
  handle: (request: Request, path: string) => Promise<Response>,
): Promise<void> {
  const { method = "GET", url = "/" } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  const body = method === "POST" ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" } : {};
  const request = new Request(`http://127.0.0.1${url}`, { method, headers, ...body });
  const response = await handle(request, url);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
