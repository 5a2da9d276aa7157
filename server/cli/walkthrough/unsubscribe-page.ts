import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Platform } from "@/server/platform";
import { unsubscribe } from "@/server/services/tracking/unsubscribe";

const LARGEST_BODY = 1000;

/** Stands in for the web process at the addresses in the mails: takes RFC 8058 POSTs, and changes nothing on GET. */
export async function openUnsubscribePage() {
  let platform: Platform | null = null;
  const server = http.createServer((request, response) => {
    const answer = (status: number): void => void response.writeHead(status).end();
    const token = /\/u\/([^/?]+)$/.exec(request.url ?? "")?.[1];
    if (token === undefined) return answer(404);
    if (request.method !== "POST") return answer(200);
    return void bodyOf(request).then(
      async (body) => {
        const isOneClick = body.includes("List-Unsubscribe=One-Click");
        const done = isOneClick && platform !== null && (await unsubscribe(platform, token, "one-click")).ok;
        answer(done ? 200 : 400);
      },
      () => answer(400),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    serve(given: Platform) {
      platform = given;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: http.IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > LARGEST_BODY) throw new Error("too long for a click");
  }
  return body;
}

/** What a mail program sends when its reader clicks "unsubscribe". */
export async function clickUnsubscribe(url: string): Promise<void> {
  const { status } = await fetch(url, {
    method: "POST",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
  });
  if (status !== 200) throw new Error(`the unsubscribe address answered ${status}`);
}
