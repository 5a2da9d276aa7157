import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const ANSWERS_400 = "/api/malformed-address";

/** Next decodes paths without a net, and answers 500 where that fails: such a request is led to a route that says 400. */
export function redirectMalformedAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    // Node's documented shape of this channel
    const { request } = message as { request: IncomingMessage };
    if (isMalformed(request.url ?? "")) request.url = ANSWERS_400;
  });
}

/** Whether a request target has a path that cannot be decoded. What stands in the query is decoded leniently. */
function isMalformed(target: string): boolean {
  const [path = ""] = target.split("?");
  if (!path.includes("%")) return false;
  try {
    decodeURIComponent(path);
    return false;
  } catch {
    return true;
  }
}
