import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import { retryAfterMs } from "./backoff";
import { isSignedBy } from "./sign";

const MOST_OPS = 1000;

const op = z.object({
  id: z.string().min(1).max(128),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});

/** One thing that the function asks for or has done. */
export type Op = z.infer<typeof op>;

/** What a call came to. `mayRetry` and `retryAfterMs` are what the SDK said; null where it said nothing. */
export type Answer =
  | { kind: "result"; output: unknown; version: number }
  | { kind: "ops"; ops: Op[]; version: number; retryAfterMs: number | null }
  | { kind: "error"; error: unknown; mayRetry: boolean; retryAfterMs: number | null }
  /** The connection broke or took too long while the app was at work. */
  | { kind: "broken-off"; reason: string }
  /** Nothing listens there: the function did not run. */
  | { kind: "unreachable"; reason: string };

export type Response = { status: number; headers: IncomingHttpHeaders; body: string };

/** Reads an SDK's response. Results count only when they carry the SDK's header and a valid signature. */
export function readAnswer(response: Response, signingKey: string, wallSeconds: number, now: Date): Answer {
  const { status, headers } = response;
  const body = parse(response.body);
  const version = Number(headers["x-inngest-req-version"] ?? -1);
  const retryAfter = retryAfterMs(headers["retry-after"], now);
  if (status < 200 || status > 299) {
    const mayRetry = headers["x-inngest-no-retry"] !== "true";
    return {
      kind: "error",
      error: body ?? failure(`the app answered ${status}`),
      mayRetry,
      retryAfterMs: retryAfter,
    };
  }
  const problem = problemOf(response, signingKey, wallSeconds);
  if (problem !== null) return { kind: "error", error: failure(problem), mayRetry: true, retryAfterMs: null };
  if (status !== 206) return { kind: "result", output: body ?? null, version };
  const ops = z.array(op).min(1).safeParse(body);
  if (!ops.success)
    return {
      kind: "error",
      error: failure("the app answered 206 without steps"),
      mayRetry: true,
      retryAfterMs: null,
    };
  if (ops.data.length > MOST_OPS)
    return {
      kind: "error",
      error: failure(`more than ${MOST_OPS} steps at once`),
      mayRetry: false,
      retryAfterMs: null,
    };
  return { kind: "ops", ops: ops.data, version, retryAfterMs: retryAfter };
}

function problemOf({ headers, body }: Response, signingKey: string, wallSeconds: number): string | null {
  if (headers["x-inngest-sdk"] === undefined) return "what answered is no Inngest SDK";
  const signature = headers["x-inngest-signature"];
  const isSigned = isSignedBy(
    Array.isArray(signature) ? signature[0] : signature,
    body,
    signingKey,
    wallSeconds,
  );
  return isSigned ? null : "the app's answer is not signed with our signing key";
}

function failure(message: string): { name: string; message: string } {
  return { name: "EngineError", message };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text === "" ? undefined : { name: "Error", message: text.slice(0, 2000) };
  }
}
