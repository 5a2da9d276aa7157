import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Written by us on every request, whatever the client put there. */
export const PEER_ADDRESS_HEADER = "x-touchline-peer";

/**
 * Next hides the socket from route handlers and keeps an X-Forwarded-For that the client made up. Node announces each
 * request before any handler sees it: there we write down who really opened the connection.
 */
export function stampPeerAddress(): void {
  subscribe("http.server.request.start", (message) => {
    // Node's documented shape of this channel
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER_ADDRESS_HEADER] = request.socket.remoteAddress ?? "unknown";
  });
}
