import { problemInJson } from "@/server/domain/plain-json";

const CALLBACK_COOKIE = /(?:^|;\s*)(?:__Secure-)?next-auth\.callback-url=([^;]*)/g;

/**
 * What speaks against handing a request to next-auth, or null. It answers bad JSON and addresses that are none with an
 * error of the server, though they are the caller's.
 */
export function problemInSignIn(request: Request, body: string): string | null {
  // next-auth's own client says so of its GET requests too, which have no body
  const isJson =
    request.method !== "GET" && (request.headers.get("content-type")?.includes("application/json") ?? false);
  const problem = isJson ? problemInJson(body) : null;
  if (problem !== null) return `body: ${problem}`;
  const cookies = [...(request.headers.get("cookie") ?? "").matchAll(CALLBACK_COOKIE)];
  const given = [
    ...new URL(request.url).searchParams.getAll("callbackUrl"),
    ...(isJson ? callbackIn(body) : new URLSearchParams(body).getAll("callbackUrl")),
    ...cookies.map(([, url = ""]) => decoded(url)),
  ];
  return given.every(isAddress) ? null : "callbackUrl: give a path or an address";
}

/** A path of ours, or http(s): where it may lead is next-auth's to decide. */
const isAddress = (url: string): boolean =>
  url === "" ||
  ((/^\/[^\\]*$/.test(url) || /^https?:\/\//i.test(url)) && URL.canParse(url, "http://localhost"));

function callbackIn(json: string): string[] {
  const body: unknown = JSON.parse(json);
  const url = body !== null && typeof body === "object" && "callbackUrl" in body ? body.callbackUrl : null;
  return url === null || url === undefined ? [] : [String(url)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
