import { Refusal, type RefusalCode } from "@/server/errors";

const STATUS: Record<RefusalCode, number> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
};

/** A refusal as JSON with its status; anything else is thrown on. */
export function answerRefusal(error: unknown): Response {
  if (!(error instanceof Refusal)) throw error;
  const { code, message } = error;
  return Response.json(
    { error: { code, message } },
    { status: STATUS[code], headers: { "cache-control": "no-store" } },
  );
}
