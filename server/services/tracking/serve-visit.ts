import { TEST_TOKEN } from "@/server/domain/message-links";
import type { Platform } from "@/server/platform";
import { recordClick, recordOpen } from "./visit";

type Tools = Pick<Platform, "database" | "vault" | "clock">;

/** A transparent GIF of one pixel. */
const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const HEADERS = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
};

/** The pixel. HEAD and a test's are answered alike and recorded nowhere; an altered token is 400. */
export async function serveOpen(tools: Tools, token: string, request: Request): Promise<Response> {
  const known =
    token === TEST_TOKEN ||
    (await recordOpen(tools, token, {
      method: request.method,
      headers: Object.fromEntries(request.headers),
    }));
  if (!known) return new Response(null, { status: 400, headers: HEADERS });
  const headers = { ...HEADERS, "content-type": "image/gif", "content-length": String(PIXEL.length) };
  return new Response(request.method === "HEAD" ? null : PIXEL, { headers });
}

/** The way to a link's stored destination; an altered token is 400 and leads nowhere. */
export async function serveClick(tools: Tools, token: string, request: Request): Promise<Response> {
  const target = await recordClick(tools, token, {
    method: request.method,
    headers: Object.fromEntries(request.headers),
  });
  if (target === null) return new Response("This link is not valid.", { status: 400, headers: HEADERS });
  return new Response(null, { status: 302, headers: { ...HEADERS, location: target } });
}
