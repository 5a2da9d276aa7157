import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { problemInJson } from "@/server/domain/plain-json";
import { log } from "@/server/log";
import type { Platform } from "@/server/platform";
import { cappedText } from "./capped-text";
import { contextOf } from "./context";
import { appRouter } from "./root";

const ENDPOINT = "/api/trpc";
/** The largest input is a campaign or an edited message: some kilobytes. */
const MAX_BODY_BYTES = 1_000_000;
/** More than a page of the console asks at once. */
const MAX_BATCH = 32;

type Options = {
  platform: Platform /** where our own pages live, e.g. https://touchline.example.com */;
  origins: readonly string[];
};

/**
 * One request to the API over HTTP.
 *
 * Whatever changes something must be a POST of JSON from one of our own pages: a foreign or `null` Origin gets 403, so
 * another site cannot use a person's cookie. Permissions are not decided here but by each procedure.
 */
export async function handleRequest(request: Request, { platform, origins }: Options): Promise<Response> {
  const checked = await check(request, origins);
  if (checked instanceof TRPCError) return refuse(checked);
  const response = await fetchRequestHandler({
    endpoint: ENDPOINT,
    req: checked,
    router: appRouter,
    createContext: () => contextOf(request, platform),
    maxBatchSize: MAX_BATCH,
    onError({ error, path }) {
      if (error.code === "INTERNAL_SERVER_ERROR")
        log.error({ err: error.cause ?? error, path }, "a call failed");
    },
  });
  // compressing would hold a stream's parts back
  response.headers.set("cache-control", isStream(response) ? "no-store, no-transform" : "no-store");
  return response;
}

const isStream = ({ headers }: Response): boolean =>
  headers.get("content-type")?.startsWith("text/event-stream") === true;

/** The request with its body read and inspected, or why it is turned away. */
async function check(request: Request, origins: readonly string[]): Promise<Request | TRPCError> {
  if (request.method === "GET" || request.method === "HEAD") {
    const input = new URL(request.url).searchParams.get("input");
    const problem = input === null ? null : problemInJson(input);
    return problem === null ? request : refusal("BAD_REQUEST", `input: ${problem}`);
  }
  if (request.method !== "POST") return refusal("METHOD_NOT_SUPPORTED", "use GET or POST");
  if (!isFromUs(request, origins)) return refusal("FORBIDDEN", `origin: open the console at ${origins[0]}`);
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    return refusal("UNSUPPORTED_MEDIA_TYPE", "content-type: send application/json");
  const body = await cappedText(request, MAX_BODY_BYTES);
  if (typeof body !== "string") return refusal(UNREAD[body.status], `body: ${body.reason}`);
  const problem = problemIn(body);
  if (problem !== null) return refusal("BAD_REQUEST", `body: ${problem}`);
  return new Request(request.url, { method: "POST", headers: request.headers, body, signal: request.signal });
}

const problemIn = (body: string): string | null => (body === "" ? null : problemInJson(body));

/** Browsers name the origin of every POST. A program that sends none carries no person's cookie by accident. */
export function isFromUs(request: Request, origins: readonly string[]): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = request.headers.get("origin");
  return origin === null || origins.includes(origin);
}

const refusal = (code: TRPCError["code"], message: string) => new TRPCError({ code, message });

const UNREAD = { 408: "TIMEOUT", 413: "PAYLOAD_TOO_LARGE" } as const;
const STATUS: Partial<Record<TRPCError["code"], number>> = {
  BAD_REQUEST: 400,
  FORBIDDEN: 403,
  METHOD_NOT_SUPPORTED: 405,
  PAYLOAD_TOO_LARGE: 413,
  TIMEOUT: 408,
  UNSUPPORTED_MEDIA_TYPE: 415,
};

/** In the shape of tRPC's own errors, so that its client understands it. */
function refuse({ code, message }: TRPCError): Response {
  const httpStatus = STATUS[code] ?? 400;
  const json = { message, code: -32600, data: { code, httpStatus } };
  return Response.json({ error: { json } }, { status: httpStatus, headers: { "cache-control": "no-store" } });
}
