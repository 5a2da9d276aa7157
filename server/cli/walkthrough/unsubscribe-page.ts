import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Platform } from "@/server/platform";
import { bodyText } from "@/server/services/tracking/body-text";
import { doUnsubscribe, showUnsubscribe } from "@/server/services/tracking/respond";

/** The product's own page at the addresses in the mails, without the web process around it. */
export async function openUnsubscribePage() {
  let platform: Platform | null = null;
  const server = http.createServer((incoming, outgoing) => {
    void answer(platform, incoming).then(
      async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        outgoing.end(await response.text());
      },
      () => outgoing.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
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

/** As the route of the web process does. */
async function answer(platform: Platform | null, incoming: http.IncomingMessage): Promise<Response> {
  const token = /^\/u\/([^/?]+)$/.exec(incoming.url ?? "")?.[1];
  if (platform === null || token === undefined) return new Response(null, { status: 404 });
  if (incoming.method !== "POST") return showUnsubscribe(platform, token);
  const body = Buffer.concat(await incoming.toArray());
  const request = new Request("http://localhost", { method: "POST", body });
  return doUnsubscribe(platform, token, await bodyText(request));
}

/** What a mail program sends when its reader clicks "unsubscribe". */
export async function clickUnsubscribe(url: string): Promise<void> {
  const { status } = await fetch(url, {
    method: "POST",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
  });
  if (status !== 200) throw new Error(`the unsubscribe address answered ${status}`);
}
